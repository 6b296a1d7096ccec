// An answer in words or ids.
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../kit/button.tsx";

export function OpenAnswer({
  suggestions,
  give,
}: {
  readonly suggestions: readonly string[];
  readonly give: (value: string) => Promise<void>;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const list = useId();
  return (
    <form
      className="flex gap-1.5"
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
        {suggestions.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Button type="submit" disabled={text.trim() === ""}>
        {t("enumeration.queue.give")}
      </Button>
    </form>
  );
}
