// Writes one note: a sentence, and what it is about when the writer knows.
import { type Nameable, nameBook, namedThing } from "@parapet/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isIdle } from "../../../frame/shortcuts.ts";
import { Button } from "../../../kit/button.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";

export function NoteForm({ things }: { readonly things: readonly Nameable[] }) {
  const { t } = useTranslation();
  const { speaker, act, live } = useWorkshop();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  // Writing begins with a button that goes away, or while the page is only looked at: what is typed next is a note.
  useEffect(() => {
    if (isIdle(document.activeElement)) field.current?.focus();
  }, []);
  const book = useMemo(() => nameBook(things), [things]);
  const about = chosen ?? namedThing(text, book) ?? "";
  const writing = text.trim() !== "";
  const [sent, setSent] = useState<string>();
  // What was written stays in the field until the server has it.
  const arrived = sent !== undefined && live.own.some(({ id }) => id === sent);
  useEffect(() => {
    if (!arrived) return;
    setSent(undefined);
    setText("");
    setChosen(undefined);
    field.current?.focus();
  }, [arrived]);
  const add = () => {
    const id = sent ?? newNoteId();
    setSent(id);
    const given = { ...(about !== "" && { about }), ...(speaker && { for: speaker.speaks }) };
    act({ kind: "note", id, text: text.trim(), ...given });
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (writing) add();
      }}
    >
      <textarea
        ref={field}
        aria-label={t("workshop.notes.write")}
        placeholder={t("workshop.notes.placeholder")}
        dir="auto"
        rows={2}
        maxLength={4000}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          if (writing) add();
        }}
        className="w-full rounded-lg border border-line-strong bg-surface px-3 py-2 text-lg"
      />
      <div className="flex flex-wrap items-center gap-2">
        <label className="flex min-w-0 items-center gap-1.5 text-sm text-soft">
          {t("workshop.notes.about")}
          <select
            value={about}
            onChange={({ target }) => setChosen(target.value)}
            className="max-w-64 min-w-0 rounded-md border border-line bg-surface px-1.5 py-1 text-sm text-ink"
          >
            <option value="">{t("workshop.notes.aboutNothing")}</option>
            {things.map((thing) => (
              <option key={thing.id} value={thing.id}>
                {thing.title}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" look="main" disabled={!writing} hint="↵">
          {t("workshop.notes.add")}
        </Button>
      </div>
      <Problems problems={live.problems} />
    </form>
  );
}

/** Names a note of one's own. */
function newNoteId(): string {
  return [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => (byte % 36).toString(36)).join("");
}
