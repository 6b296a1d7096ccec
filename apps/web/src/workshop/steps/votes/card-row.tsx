// The values of a scale as cards to give, with what they mean.
import type { Factor } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { anchorOf } from "../../../rooms/scoring/scale.ts";

export function CardRow({ factor, give }: { readonly factor: Factor; readonly give: (value: number) => void }) {
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
                aria-label={t("workshop.votes.card", { value, meaning: meaning ?? "" })}
                onClick={() => give(value)}
                className="h-14 w-10 rounded-md border-2 border-line-strong/60 bg-surface text-lg font-semibold hover:border-accent"
              >
                {value}
              </button>
            </li>
          );
        })}
      </ul>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm text-soft">
        {Object.entries(factor.anchors).map(([at, say]) => (
          <div key={at} className="contents">
            <dt className="text-right font-semibold">{at}</dt>
            <dd>{say}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
