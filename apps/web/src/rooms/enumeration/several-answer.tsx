// An answer of which several may be true at once: one decision, given as a whole.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../kit/button.tsx";
import type { Choice } from "./answer-form.ts";

export function SeveralAnswer({
  choices,
  give,
}: {
  readonly choices: readonly Choice[];
  readonly give: (value: string) => Promise<void>;
}) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const turn = (value: string) =>
    setChosen(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-xs text-soft">{t("enumeration.queue.several")}</legend>
      <div className="flex flex-wrap gap-x-3 gap-y-1">
        {choices.map(({ value, say }) => (
          <label key={value} className="flex items-center gap-1.5 text-sm">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() => turn(value)}
              className="accent-accent"
            />
            {say ?? value.replaceAll("-", " ")}
          </label>
        ))}
      </div>
      <Button className="w-fit" onClick={() => void give(chosen.length === 0 ? "none" : chosen.join(","))}>
        {chosen.length === 0 ? t("enumeration.queue.noneOfThese") : t("enumeration.queue.give")}
      </Button>
    </fieldset>
  );
}
