// A difference in numbers: what was, what is, and which cause brought how much of it.
import type { ModelDiff } from "@parapet/core";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { deltasOf, signedText } from "./delta-figures.ts";

export function Deltas({ diff }: { readonly diff: ModelDiff }) {
  const { t } = useTranslation();
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 rounded-lg border border-line bg-surface px-4 py-3 @md:grid-cols-3 @2xl:grid-cols-6">
      {deltasOf(diff).map(({ name, before, after, shares }) => (
        <div key={name} className="min-w-0">
          <dt className="text-xs text-soft">{t(`maintenance.comparison.figure.${name}`)}</dt>
          <dd>
            <span className="text-lg font-semibold">{round(after)}</span>{" "}
            <span className={clsx("text-sm", before === after ? "text-faint" : "font-medium")}>
              {signedText({ before, after })}
            </span>
            {before !== after && (
              <span className="block text-2xs text-faint">
                {t("maintenance.comparison.was", { before: round(before) })}
              </span>
            )}
            {shares.map(([cause, value]) => (
              <span key={cause} className="block text-2xs text-soft">
                {t("maintenance.comparison.share", {
                  value: signedText({ before: 0, after: value }),
                  cause: t(`maintenance.comparison.causeOf.${cause}`),
                })}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
