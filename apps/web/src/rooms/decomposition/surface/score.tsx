// The surface score, and how much of it each exposure makes.
import { type Analysis, exposures } from "@parapet/core";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { Section } from "../../../kit/layout.tsx";

const inks = {
  "internet-anonymous": "bg-ink",
  "internet-authenticated": "bg-ink/55",
  internal: "bg-ink/25",
} as const;

export function Score({ analysis: { surface } }: { readonly analysis: Analysis }) {
  const { t } = useTranslation();
  const parts = exposures.map((exposure) => {
    const own = surface.entryPoints.filter((entry) => entry.exposure === exposure);
    return { exposure, count: own.length, weight: own.reduce((sum, { weight }) => sum + weight, 0) };
  });
  return (
    <Section title={t("surface.score.title")}>
      <p className="text-3xl font-semibold leading-9" title={t("surface.score.why")}>
        {surface.score}
      </p>
      <div aria-hidden="true" className="my-1.5 flex h-2 gap-px overflow-hidden rounded-full bg-sunken">
        {parts.map(({ exposure, weight }) => (
          <span key={exposure} className={inks[exposure]} style={{ flexGrow: weight }} />
        ))}
      </div>
      <ul className="flex flex-col gap-0.5 text-xs text-soft">
        {parts.map(({ exposure, count, weight }) => (
          <li key={exposure} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={clsx("size-2 rounded-full", inks[exposure])} />
            <span className="flex-1">
              {t(`surface.exposure.${exposure}`)}: {count}
            </span>
            {weight}
          </li>
        ))}
      </ul>
    </Section>
  );
}
