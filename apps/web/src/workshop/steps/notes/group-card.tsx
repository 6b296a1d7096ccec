// One group of notes, or a note by itself: dragged onto another, moved by a list, named; and what it probably is.
import { nameOfPerson } from "@parapet/core";
import { clsx } from "clsx";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViews } from "../../../data/views.ts";
import { BareChoice } from "../../../kit/bare-fields.tsx";
import { Button } from "../../../kit/button.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";
import type { NamedNote, NoteGroup } from "../note-groups.ts";
import { GroupName } from "./group-name.tsx";
import { Verdict } from "./verdict.tsx";

export interface GroupCardProps {
  readonly group: NoteGroup;
  readonly all: readonly NoteGroup[];
  /** The notes that are being dragged. */
  readonly dragged: readonly string[];
  readonly drag: (notes: readonly string[]) => void;
  readonly drop: (onto: NoteGroup) => void;
  readonly move: (notes: readonly string[], onto: NoteGroup) => void;
  /** Takes notes out of their group. */
  readonly take: (notes: readonly string[]) => void;
  readonly rename: (name: string) => void;
}

export function GroupCard(props: GroupCardProps) {
  const { group, dragged, drag, drop, rename } = props;
  const { role } = useWorkshop();
  const [over, setOver] = useState(false);
  const leads = role === "facilitator";
  const takes = dragged.length > 0 && !group.notes.every(([id]) => dragged.includes(id));
  return (
    <li
      data-group={group.name ?? ""}
      draggable={leads && group.name === undefined}
      onDragStart={(event) => {
        if (group.name !== undefined) return;
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", group.notes[0]?.[0] ?? "");
        drag(group.notes.map(([id]) => id));
      }}
      onDragEnd={() => drag([])}
      onDragOver={(event) => {
        if (!takes) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (takes) drop(group);
      }}
      className={clsx(
        "flex min-w-0 flex-col gap-2 rounded-lg border bg-surface p-3",
        over ? "border-accent bg-accent-soft" : "border-line",
        leads && group.name === undefined && "cursor-grab",
      )}
    >
      {group.name !== undefined && <GroupName name={group.name} rename={rename} />}
      <ul className="flex flex-col gap-1.5">
        {group.notes.map((note) => (
          <NoteLine key={note[0]} note={note} {...props} />
        ))}
      </ul>
      <Verdict group={group} />
    </li>
  );
}

function NoteLine({ note: [id, note], group, all, drag, move, take }: GroupCardProps & { readonly note: NamedNote }) {
  const { t } = useTranslation();
  const { role, document } = useWorkshop();
  const views = useViews();
  const grouped = group.name !== undefined;
  const others = all.filter((one) => one !== group);
  return (
    <li
      data-note={id}
      draggable={role === "facilitator" && grouped}
      onDragStart={(event) => {
        if (!grouped) return;
        event.stopPropagation();
        event.dataTransfer.setData("text/plain", id);
        drag([id]);
      }}
      className={clsx("min-w-0", grouped && "cursor-grab rounded-md bg-sunken px-2 py-1")}
    >
      <p className="text-base" dir="auto">
        {note.text}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-soft">
        <bdi>{nameOfPerson(document, note.by)}</bdi>
        {note.about !== undefined && <bdi>{views?.title(note.about) ?? note.about}</bdi>}
        {role === "facilitator" && others.length > 0 && (
          <BareChoice
            label={t("workshop.grouping.moveTo", { text: note.text.slice(0, 60) })}
            none={t("workshop.grouping.with")}
            value=""
            choices={others.map((one, i) => [String(i), (one.name ?? one.notes[0]?.[1].text ?? "").slice(0, 60)])}
            choose={(i) => {
              const onto = others[Number(i)];
              if (onto) move([id], onto);
            }}
            className="max-w-36 text-xs!"
          />
        )}
        {role === "facilitator" && grouped && (
          <Button look="quiet" className="min-h-6! px-1! text-xs!" onClick={() => take([id])}>
            {t("workshop.grouping.takeOut")}
          </Button>
        )}
      </p>
    </li>
  );
}
