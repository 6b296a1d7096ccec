// What remains once the control works: the risk of the marked threats, and the tiers that they fall to.
import { useTranslation } from "react-i18next";
import { TierChip } from "../../kit/chips.tsx";
import { Section } from "../../kit/layout.tsx";
import type { Remaining } from "./remaining.ts";

export function Remains({ remaining }: { readonly remaining: Remaining }) {
  const { t } = useTranslation();
  const { before, after, tiers, threats } = remaining;
  const worst = threats[0];
  return (
    <Section title={t("mitigation.remains.title")}>
      <p className="text-sm">{t("mitigation.remains.line", { before, after })}</p>
      <p className="mt-1 flex flex-wrap items-center gap-2 text-sm">
        {tiers.map(({ tier, count }) => (
          <span key={tier} className="inline-flex items-center gap-1">
            {count} <TierChip tier={tier} long />
          </span>
        ))}
      </p>
      {worst && threats.length > 1 && (
        <p className="mt-1 text-xs text-soft" dir="auto">
          {t("mitigation.remains.worst", { title: worst.threat.title, risk: Math.round(worst.risk) })}
        </p>
      )}
    </Section>
  );
}
