// What was decided about anything of the model, in a sentence: a feature, an assumption, a thing.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../../data/heard.ts";
import { useViews } from "../../../data/views.ts";
import { call } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { ChoiceField, TextField } from "../../../kit/field.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";
import { thingsIn } from "../things-in.ts";

export function NoteDecision() {
  const { t } = useTranslation();
  const views = useViews();
  const { id, document, focus } = useWorkshop();
  const { problems, busy, sending } = useSending();
  const { features = {}, assumptions = {} } = document.model;
  const choices = [
    ...Object.entries(features).map(
      ([key, { title }]) => [key, t("workshop.focus.feature", { title: title ?? key })] as const,
    ),
    ...Object.entries(assumptions).map(([key, { text }]) => [key, text] as const),
    ...(views ? thingsIn(views.analysis, focus).map((thing) => [thing.id, thing.title] as const) : []),
  ];
  const [about, setAbout] = useState(choices[0]?.[0] ?? "");
  const [note, setNote] = useState("");
  const decide = async () => {
    const input = { workshop: id, decided: [about], note: note.trim() };
    if (await sending(t("workshop.decisions.decided", { title: input.note }), call("note-decision", input)))
      setNote("");
  };
  if (choices.length === 0) return null;
  return (
    <form
      aria-label={t("workshop.decisions.noteOne")}
      className="grid items-end gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() !== "") void decide();
      }}
    >
      <ChoiceField label={t("workshop.notes.about")} value={about} onValue={setAbout} choices={choices} />
      <TextField label={t("workshop.decisions.noteText")} value={note} onValue={setNote} />
      <Button type="submit" disabled={busy || note.trim() === ""}>
        {t("workshop.decisions.noteIt")}
      </Button>
      <Problems problems={problems} />
    </form>
  );
}
