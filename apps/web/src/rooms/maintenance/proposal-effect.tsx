// What accepting would do, worked out before anybody accepts: what opens, what settles, and the sums.
import { useTranslation } from "react-i18next";
import type { Consequence } from "../../data/consequence.ts";

const named = 3;

export function ProposalEffect({ consequence }: { readonly consequence: Consequence | undefined }) {
  const { t } = useTranslation();
  if (!consequence) return <p className="text-sm text-soft">{t("frame.said.working")}</p>;
  const { threats, settled, unsettled, questions, score, hiddenRisk } = consequence;
  const titles = threats.slice(0, named).map(({ title }) => title);
  const list = threats.length > named ? `${titles.join("; ")} …` : titles.join("; ");
  const lines = [
    threats.length > 0 && t("maintenance.proposals.opens", { count: threats.length, list }),
    settled.length > 0 && t("maintenance.proposals.settles", { count: settled.length }),
    unsettled.length > 0 && t("maintenance.proposals.reopens", { count: unsettled.length }),
    questions > 0 && t("maintenance.proposals.asks", { count: questions }),
    score.before !== score.after && t("maintenance.proposals.surface", { ...score }),
    hiddenRisk.before !== hiddenRisk.after &&
      t("maintenance.proposals.hidden", {
        before: Math.round(hiddenRisk.before),
        after: Math.round(hiddenRisk.after),
      }),
  ].filter((line) => line !== false);
  return (
    <div className="rounded-md bg-sunken px-3 py-2 text-sm" data-proposal-effect="">
      <p className="text-xs font-medium text-soft">{t("maintenance.proposals.effect")}</p>
      {lines.length === 0 && <p>{t("maintenance.proposals.noEffect")}</p>}
      <ul dir="auto">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
