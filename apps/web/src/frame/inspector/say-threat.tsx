// A threat about what is selected, in one sentence: who sees it on the drawing writes it down there, and goes on in its card.
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { useSelect } from "../../data/selection.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import { keyboardTo } from "../../kit/follow-keyboard.ts";
import { Problems } from "../../kit/problems.tsx";
import { firstOfCard } from "./threat/card-names.ts";
import { idOfWritten } from "./threat/card-threat.ts";
import { TypedStatementHints } from "./typed-statement.tsx";

export function SayThreat({ subject, title }: { readonly subject: string; readonly title: string }) {
  const { t } = useTranslation();
  const select = useSelect();
  const { problems, busy, sending } = useSending();
  const [say, setSay] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const record = async () => {
    const sentence = say.trim();
    if (sentence === "" || busy) return;
    const recording = call("record-threat", { say: sentence, subject });
    if (!(await sending(t("enumeration.record.recorded", { say: sentence }), recording))) return;
    const id = idOfWritten(useWorkbench.getState().document, sentence, subject);
    if (id === undefined) return;
    select({ kind: "threat", id });
    keyboardTo(firstOfCard(id));
  };
  return (
    <form
      className="mt-1"
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <input
        ref={field}
        aria-label={t("inspector.sayThreat", { title })}
        placeholder={t("inspector.sayThreatHere")}
        value={say}
        dir="auto"
        autoComplete="off"
        onChange={({ target }) => setSay(target.value)}
        className="w-full scroll-mb-24 rounded-md border border-dashed border-line-strong/60 bg-surface px-2 py-1 text-sm text-ink placeholder:text-faint"
      />
      <TypedStatementHints say={say} setSay={setSay} subject={subject} field={field} />
      <Problems problems={problems} />
    </form>
  );
}
