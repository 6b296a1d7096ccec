// Says what notes are about, so that they can be held against what is known of it.
import { useTranslation } from "react-i18next";
import { useCommand } from "../../../data/use-command.ts";
import { useViews } from "../../../data/views.ts";
import { call } from "../../../data/workbench.ts";
import { BareChoice } from "../../../kit/bare-fields.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";
import type { NoteGroup } from "../note-groups.ts";
import { thingsIn } from "../things-in.ts";

export function NoteAbout({ group: { notes } }: { readonly group: NoteGroup }) {
  const { t } = useTranslation();
  const { id, focus } = useWorkshop();
  const views = useViews();
  const { run, problems } = useCommand();
  const things = views ? thingsIn(views.analysis, focus) : [];
  const [about, ...others] = new Set(notes.map(([, note]) => note.about));
  const say = (chosen: string) =>
    run(
      t("workshop.grouping.didSay"),
      call("set-note-about", { workshop: id, notes: notes.map(([note]) => note), about: chosen }),
    );
  return (
    <>
      <BareChoice
        label={t("workshop.grouping.about")}
        none={t("workshop.grouping.about")}
        value={others.length === 0 && things.some((thing) => thing.id === about) ? (about ?? "") : ""}
        choices={things.map((thing) => [thing.id, thing.title] as const)}
        choose={(chosen) => void say(chosen)}
        className="w-fit max-w-full"
      />
      <Problems problems={problems} />
    </>
  );
}
