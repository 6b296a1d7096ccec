// The values of a scale as cards to give, with what they mean.
import type { Factor } from "@parapet/core";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { anchorOf } from "../../../rooms/scoring/scale.ts";
import { Anchors } from "./anchors.tsx";

export function CardRow({
  factor,
  give,
  chosen,
}: {
  readonly factor: Factor;
  readonly give: (value: number) => void;
  /** The card that is chosen; absent where a card is given at once. */
  readonly chosen?: number | undefined;
}) {
  const { t } = useTranslation();
  const values = Array.from({ length: factor.max - factor.min + 1 }, (_, i) => factor.min + i);
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-wrap gap-1.5" aria-label={factor.title}>
        {values.map((value) => {
          const anchor = anchorOf(factor, value);
          const meaning = anchor?.exact ? anchor.say : anchor && t("scoring.editor.between", { anchor: anchor.say });
          return (
            <li key={value}>
              <button
                type="button"
                title={meaning}
                aria-pressed={value === chosen}
                aria-label={t("workshop.votes.card", { value, meaning: meaning ?? "" })}
                onClick={() => give(value)}
                className={clsx(
                  "h-14 w-10 rounded-md border-2 bg-surface text-lg font-semibold hover:border-accent",
                  value === chosen ? "border-accent bg-accent-soft" : "border-line-strong/60",
                )}
              >
                {value}
              </button>
            </li>
          );
        })}
      </ul>
      <Anchors factor={factor} small />
    </div>
  );
}
