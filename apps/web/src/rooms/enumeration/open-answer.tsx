// An answer in words or ids; where the knowledge says what its many answers mean, they stand below with their meaning.
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../kit/button.tsx";
import type { Choice } from "./answer-form.ts";
import { Choices } from "./choices.tsx";

export function OpenAnswer({
  choices,
  give,
}: {
  readonly choices: readonly Choice[];
  readonly give: (value: string) => Promise<void>;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const list = useId();
  const told = choices.some(({ say }) => say !== undefined);
  return (
    <form
      className="flex flex-wrap gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        void give(text.trim());
      }}
    >
      <input
        aria-label={t("enumeration.queue.other")}
        list={list}
        value={text}
        onChange={({ target }) => setText(target.value)}
        className="min-w-0 flex-1 rounded-md border border-line-strong/50 bg-surface px-2 py-1 text-sm"
      />
      <datalist id={list}>
        {choices.map(({ value, say }) => (
          <option key={value} value={value} label={say} />
        ))}
      </datalist>
      <Button type="submit" disabled={text.trim() === ""}>
        {t("enumeration.queue.give")}
      </Button>
      {told && (
        <details className="w-full">
          <summary className="cursor-pointer text-xs text-accent">{t("enumeration.queue.meanings")}</summary>
          <div className="mt-1.5">
            <Choices choices={choices} give={give} />
          </div>
        </details>
      )}
    </form>
  );
}
