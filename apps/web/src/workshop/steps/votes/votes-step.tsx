// Votes on scores: cards turned over together, the spread talked about, the result kept with its reason.
import { type Factor, methodOf, type Threat } from "@parapet/core";
import type { Board } from "@parapet/live";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViews } from "../../../data/views.ts";
import { StatusChip, TierChip } from "../../../kit/chips.tsx";
import { scoring } from "../../../strings/en/scoring.ts";
import { addStrings } from "../../../strings/i18n.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { StepPage } from "../step-page.tsx";
import { useBoard } from "../use-board.ts";
import { voteCandidates } from "../vote-candidates.ts";
import { Ballot } from "./ballot.tsx";
import { Candidates } from "./candidates.tsx";
import { FactorChoice } from "./factor-choice.tsx";
import { isKnown } from "./is-known.ts";

addStrings({ scoring });

export function VotesStep() {
  const { t } = useTranslation();
  const { workshop, document, live, focus, role } = useWorkshop();
  const views = useViews();
  const [chosen, setChosen] = useState<string>();
  const method = methodOf(document.model.method);
  const { vote } = live;
  const threat = views?.threat.get(vote?.threat ?? chosen ?? "");
  const factors = method.factors.filter(({ id }) => vote?.factors.includes(id));
  const leads = role === "facilitator";
  useBoard(
    threat && vote
      ? ballotBoard(threat, factors)
      : { kind: "talk", title: threat?.title ?? t("workshop.votes.ask"), lines: [] },
  );
  return (
    <StepPage>
      {threat && <Voted threat={threat} hidden={!isKnown(threat, workshop, vote)} />}
      {threat && vote && <Ballot threat={threat} factors={factors} vote={vote} />}
      {threat && !vote && leads && <FactorChoice threat={threat} factors={method.factors} />}
      {!vote && !leads && <p className="text-xl text-soft">{t("workshop.votes.wait")}</p>}
      {!vote && leads && (
        <Candidates
          threats={voteCandidates(views?.threats ?? [], workshop, focus)}
          chosen={threat?.id}
          choose={setChosen}
        />
      )}
    </StepPage>
  );
}

/** The vote in words that a phone can show. */
function ballotBoard(threat: Threat, factors: readonly Factor[]): Board {
  return {
    kind: "vote",
    threat: threat.id,
    title: threat.title,
    factors: factors.map(({ id, title, min, max, anchors }) => ({
      ...{ id, title, min, max },
      anchors: Object.entries(anchors).map(([at, say]) => ({ at: Number(at), say })),
    })),
  };
}

function Voted({ threat, hidden }: { readonly threat: Threat; readonly hidden: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-1">
      <p className="text-3xl font-medium leading-snug" dir="auto">
        {threat.title}
      </p>
      <p className="flex items-center gap-2 text-base text-soft">
        <StatusChip status={threat.status} />
        {!hidden && (
          <>
            <TierChip tier={threat.tier} long />
            {t("workshop.votes.risk", { risk: Math.round(threat.current) })} ·{" "}
            {threat.score.proposed ? t("workshop.votes.proposed") : t("workshop.votes.confirmed")}
          </>
        )}
      </p>
    </div>
  );
}
