// Notes put together by dragging or by key, each group held against the threats that are known: linked, new or parked. None vanishes.
import { noteMatches } from "@parapet/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../../data/use-command.ts";
import { useViews } from "../../../data/views.ts";
import { call } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { mitigation } from "../../../strings/en/mitigation.ts";
import { addStrings } from "../../../strings/i18n.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { groupName, groupsOf, type NoteGroup } from "../note-groups.ts";
import { StepPage } from "../step-page.tsx";
import { useBoard } from "../use-board.ts";
import { GroupCard } from "./group-card.tsx";
import { PlacedNotes } from "./placed-notes.tsx";
import { placingOf } from "./placing.ts";

addStrings({ mitigation });

export function GroupingStep() {
  const { t } = useTranslation();
  const { id, workshop, role } = useWorkshop();
  const views = useViews();
  const { run, problems } = useCommand();
  const [dragged, setDragged] = useState<readonly string[]>([]);
  const count = Object.keys(workshop.notes ?? {}).length;
  const groups = useMemo(
    () => (views ? groupsOf(workshop.notes ?? {}, noteMatches(workshop.notes ?? {}, views.analysis)) : []),
    [views, workshop.notes],
  );
  const open = groups.reduce((sum, group) => sum + group.notes.length, 0);
  useBoard({ kind: "talk", title: t("workshop.grouping.ask"), lines: groups.slice(0, 30).map(titleOf) });
  const put = (ids: readonly string[], name: string | undefined) =>
    run(
      t("workshop.grouping.didGroup"),
      call("group-notes", { workshop: id, notes: ids, ...(name && { group: name }) }),
    );
  /** What is dropped on a note by itself makes a group of both. */
  const drop = (ids: readonly string[], onto: NoteGroup) => {
    const others = onto.notes.map(([note]) => note).filter((note) => !ids.includes(note));
    if (others.length === 0) return;
    if (onto.name !== undefined) void put(ids, onto.name);
    else void put([...others, ...ids], groupName(onto.notes[0]?.[1].text ?? ""));
  };
  const proposed = groups.flatMap((group) => placingOf(id, group) ?? []);
  return (
    <StepPage
      wide
      aside={
        role === "facilitator" &&
        proposed.length > 0 && (
          <Button
            look="main"
            onClick={() =>
              void run(t("workshop.grouping.didPlace"), ...proposed.map((input) => call("place-note", input)))
            }
          >
            {t("workshop.grouping.placeAll", { count: proposed.length })}
          </Button>
        )
      }
    >
      <p className="text-lg text-soft" role="status" data-unplaced="">
        {open > 0
          ? t("workshop.grouping.open", { count: open })
          : count === 0
            ? t("workshop.grouping.none")
            : t("workshop.grouping.done", { count })}
      </p>
      {role === "facilitator" && open > 0 && <p className="text-sm text-soft">{t("workshop.grouping.how")}</p>}
      <Problems problems={problems} />
      <ul className="grid gap-3 md:grid-cols-2 2xl:grid-cols-3">
        {groups.map((group) => (
          <GroupCard
            key={group.name ?? group.notes[0]?.[0]}
            group={group}
            all={groups}
            dragged={dragged}
            drag={setDragged}
            drop={(onto) => {
              drop(dragged, onto);
              setDragged([]);
            }}
            move={drop}
            take={(ids) => void put(ids, undefined)}
            rename={(name) =>
              void put(
                group.notes.map(([note]) => note),
                name,
              )
            }
          />
        ))}
      </ul>
      <PlacedNotes />
    </StepPage>
  );
}

/** What a group is called. */
function titleOf({ name, notes }: NoteGroup): string {
  return name ?? notes[0]?.[1].text ?? "";
}
