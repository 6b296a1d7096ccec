// A commit message made from what was done: it may be changed here, then it is copied. Committing is git's.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../kit/copy-button.tsx";
import { Section } from "../kit/layout.tsx";

export function ChangesMessage({ message }: { readonly message: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState(message);
  return (
    <Section title={t("changes.message.title")}>
      <textarea
        aria-label={t("changes.message.label")}
        value={text}
        dir="auto"
        rows={Math.min(14, text.split("\n").length + 1)}
        onChange={({ target }) => setText(target.value)}
        className="w-full rounded-md border border-line-strong/60 bg-ground px-2 py-1 font-mono text-xs leading-5"
      />
      <div className="mt-1">
        <CopyButton key={text} look="main" text={text} label={t("changes.message.copy")} />
      </div>
      <p className="mt-2 text-xs text-faint">{t("changes.message.note")}</p>
    </Section>
  );
}
