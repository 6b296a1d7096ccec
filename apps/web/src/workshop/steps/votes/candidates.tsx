// The threats whose scores are worth a vote.
import type { Threat } from "@parapet/core";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { StatusChip, TierChip } from "../../../kit/chips.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";
import { OnDemand } from "../on-demand.tsx";
import { type TalkedAbout, writtenHere } from "../vote-candidates.ts";

const shown = 12;

export function Candidates({
  threats: { first, claimed },
  chosen,
  choose,
}: {
  readonly threats: TalkedAbout;
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  return (
    <section aria-label={t("workshop.votes.candidates")}>
      <h3 className="mb-1 text-sm font-semibold text-soft">{t("workshop.votes.candidates")}</h3>
      {first.length === 0 && <p className="text-lg text-soft">{t("workshop.votes.none")}</p>}
      <Choices threats={all ? first : first.slice(0, shown)} chosen={chosen} choose={choose} />
      {first.length > shown && !all && (
        <button type="button" className="mt-1 text-sm text-accent hover:underline" onClick={() => setAll(true)}>
          {t("workshop.votes.more", { count: first.length - shown })}
        </button>
      )}
      {claimed.length > 0 && (
        <div className="mt-2">
          <OnDemand say={t("workshop.claimed", { count: claimed.length })}>
            <Choices threats={claimed} chosen={chosen} choose={choose} />
          </OnDemand>
        </div>
      )}
    </section>
  );
}

function Choices({
  threats,
  chosen,
  choose,
}: {
  readonly threats: readonly Threat[];
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { workshop } = useWorkshop();
  const written = writtenHere(workshop);
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
      {threats.map((threat) => (
        <li key={threat.id}>
          <button
            type="button"
            aria-pressed={threat.id === chosen}
            onClick={() => choose(threat.id)}
            className="flex w-full items-start gap-2 px-3 py-2 text-left text-base hover:bg-sunken aria-pressed:bg-accent-soft"
          >
            <TierChip tier={threat.tier} />
            <span className="min-w-0 flex-1" dir="auto">
              {threat.title}
            </span>
            <StatusChip status={threat.status} />
            <span className="text-xs text-soft">
              {workshop.votes?.[threat.id]
                ? t("workshop.votes.voted")
                : written.has(threat.id)
                  ? t("workshop.votes.written")
                  : standing(t, threat)}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function standing(t: TFunction, { score }: Threat): string | undefined {
  if (score.proposed) return t("scoring.backlog.proposed");
  return score.rescore === true ? t("scoring.backlog.again") : undefined;
}
