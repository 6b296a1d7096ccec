// What notes probably are, and the three things that can be made of them.
import { useTranslation } from "react-i18next";
import { useSelect } from "../../../data/selection.ts";
import { useCommand } from "../../../data/use-command.ts";
import { useViews } from "../../../data/views.ts";
import { call } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { TierChip } from "../../../kit/chips.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";
import type { NoteGroup } from "../note-groups.ts";
import { NoteAbout } from "./note-about.tsx";
import { linked, parked, recorded } from "./placing.ts";

export function Verdict({ group }: { readonly group: NoteGroup }) {
  const { t } = useTranslation();
  const { id, role } = useWorkshop();
  const views = useViews();
  const select = useSelect();
  const { run, problems } = useCommand();
  const ids = group.notes.map(([note]) => note);
  const place = (input: object) => void run(t("workshop.grouping.didPlace"), call("place-note", input));
  return (
    <div className="mt-auto flex flex-col gap-1.5 border-t border-line pt-2 text-sm">
      <p data-verdict={group.verdict}>
        <span className="font-medium">{t(`workshop.grouping.verdict.${group.verdict}`)}</span>{" "}
        <span className="text-soft">{group.say}</span>
      </p>
      {role === "facilitator" && (
        <>
          {group.verdict === "unclear" && <NoteAbout group={group} />}
          <ul className="flex flex-col gap-1">
            {group.candidates.map(({ threat }) => {
              const known = views?.threat.get(threat);
              return (
                <li key={threat} className="flex items-start gap-2">
                  {known && <TierChip tier={known.tier} />}
                  <button
                    type="button"
                    className="min-w-0 flex-1 text-left hover:underline"
                    onClick={() => select({ kind: "threat", id: threat })}
                  >
                    <bdi>{known?.title ?? threat}</bdi>
                  </button>
                  <Button onClick={() => place(linked(id, ids, threat))}>{t("workshop.grouping.link")}</Button>
                </li>
              );
            })}
          </ul>
          <div className="flex flex-wrap gap-1.5">
            <Button onClick={() => place(recorded(id, ids, group.name))}>{t("workshop.grouping.record")}</Button>
            <Button look="quiet" onClick={() => place(parked(id, ids))}>
              {t("workshop.grouping.park")}
            </Button>
          </div>
        </>
      )}
      <Problems problems={problems} />
    </div>
  );
}
