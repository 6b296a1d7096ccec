// A threat about what is selected, in one sentence: who sees it on the drawing writes it down there.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { call } from "../../data/workbench.ts";
import { Problems } from "../../kit/problems.tsx";

export function SayThreat({ subject, title }: { readonly subject: string; readonly title: string }) {
  const { t } = useTranslation();
  const { problems, busy, sending } = useSending();
  const [say, setSay] = useState("");
  const record = async () => {
    const sentence = say.trim();
    if (sentence === "" || busy) return;
    const recorded = t("enumeration.record.recorded", { say: sentence });
    if (await sending(recorded, call("record-threat", { say: sentence, subject }))) setSay("");
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
        aria-label={t("inspector.sayThreat", { title })}
        placeholder={t("inspector.sayThreatHere")}
        value={say}
        dir="auto"
        autoComplete="off"
        onChange={({ target }) => setSay(target.value)}
        className="w-full rounded-md border border-dashed border-line-strong/60 bg-surface px-2 py-1 text-sm text-ink placeholder:text-faint"
      />
      <Problems problems={problems} />
    </form>
  );
}
