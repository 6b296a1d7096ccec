// Votes on scores: cards turned over together, the spread talked about, the result kept with its reason.
import { methodOf, type Threat } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViews } from "../../../data/views.ts";
import { TierChip } from "../../../kit/chips.tsx";
import type { Board } from "../../live.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { StepPage } from "../step-page.tsx";
import { useBoard } from "../use-board.ts";
import { voteCandidates } from "../vote-candidates.ts";
import { Ballot } from "./ballot.tsx";
import { FactorChoice } from "./factor-choice.tsx";

export function VotesStep() {
  const { t } = useTranslation();
  const { workshop, document, live, focus, role } = useWorkshop();
  const views = useViews();
  const [chosen, setChosen] = useState<string>();
  const candidates = voteCandidates(views?.threats ?? [], workshop, focus);
  const method = methodOf(document.model.method);
  const threat = views?.threat.get(live.vote?.threat ?? chosen ?? "");
  const factor = method.factors.find(({ id }) => id === live.vote?.factor);
  const board: Board =
    threat && factor && live.vote
      ? {
          kind: "vote",
          threat: threat.id,
          factor: factor.id,
          title: threat.title,
          name: factor.title,
          min: factor.min,
          max: factor.max,
          anchors: Object.entries(factor.anchors).map(([at, say]) => ({ at: Number(at), say })),
        }
      : { kind: "talk", title: threat?.title ?? t("workshop.votes.ask"), lines: [] };
  useBoard(board);
  return (
    <StepPage>
      {threat && (
        <div className="flex flex-col gap-1">
          <p className="text-3xl font-medium leading-snug" dir="auto">
            {threat.title}
          </p>
          <p className="flex items-center gap-2 text-base text-soft">
            <TierChip tier={threat.tier} long />
            {t("workshop.votes.risk", { risk: Math.round(threat.current) })} ·{" "}
            {threat.score.proposed ? t("workshop.votes.proposed") : t("workshop.votes.confirmed")}
          </p>
        </div>
      )}
      {threat && factor && live.vote && <Ballot threat={threat} factor={factor} vote={live.vote} />}
      {threat && !live.vote && role === "facilitator" && <FactorChoice threat={threat} factors={method.factors} />}
      {!live.vote && role !== "facilitator" && <p className="text-xl text-soft">{t("workshop.votes.wait")}</p>}
      {role === "facilitator" && !live.vote && (
        <Candidates threats={candidates} chosen={threat?.id} choose={setChosen} />
      )}
    </StepPage>
  );
}

const shown = 12;

function Candidates({
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
  const [all, setAll] = useState(false);
  const list = all ? threats : threats.slice(0, shown);
  if (threats.length === 0) return <p className="text-lg text-soft">{t("workshop.votes.none")}</p>;
  return (
    <section aria-label={t("workshop.votes.candidates")}>
      <h3 className="mb-1 text-sm font-semibold text-soft">{t("workshop.votes.candidates")}</h3>
      <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
        {list.map(({ id, title, tier, score }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === chosen}
              onClick={() => choose(id)}
              className="flex w-full items-start gap-2 px-3 py-2 text-left text-base hover:bg-sunken aria-pressed:bg-accent-soft"
            >
              <TierChip tier={tier} />
              <span className="min-w-0 flex-1" dir="auto">
                {title}
              </span>
              <span className="text-xs text-soft">
                {workshop.votes?.[id]
                  ? t("workshop.votes.voted")
                  : score.proposed
                    ? t("scoring.backlog.proposed")
                    : score.rescore === true && t("scoring.backlog.again")}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {threats.length > shown && !all && (
        <button type="button" className="mt-1 text-sm text-accent hover:underline" onClick={() => setAll(true)}>
          {t("workshop.votes.more", { count: threats.length - shown })}
        </button>
      )}
    </section>
  );
}
