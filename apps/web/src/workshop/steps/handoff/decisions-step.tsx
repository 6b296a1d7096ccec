// Decisions as they fall: what is critical or high and not decided, each decided where it stands and noted as decided here.
import type { Threat } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViews } from "../../../data/views.ts";
import { Button } from "../../../kit/button.tsx";
import { mitigation } from "../../../strings/en/mitigation.ts";
import { addStrings } from "../../../strings/i18n.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { OnDemand } from "../on-demand.tsx";
import { StepPage } from "../step-page.tsx";
import { useBoard } from "../use-board.ts";
import { undecided } from "../vote-candidates.ts";
import { DecideHere } from "./decide-here.tsx";
import { DecidedHere } from "./decided-here.tsx";
import { NoteDecision } from "./note-decision.tsx";
import { ThreatList } from "./threat-list.tsx";

addStrings({ mitigation });

export function DecisionsStep() {
  const { t } = useTranslation();
  const views = useViews();
  const { focus, role, workshop } = useWorkshop();
  const [open, setOpen] = useState<string>();
  const { first: threats, claimed } = undecided(views?.threats ?? [], workshop, focus);
  useBoard({
    kind: "talk",
    title: t("workshop.decisions.ask"),
    lines: threats.slice(0, 20).map(({ title }) => title),
  });
  const listed = (list: readonly Threat[]) => (
    <ThreatList
      threats={list}
      none={t("workshop.decisions.none")}
      action={(threat) =>
        role === "facilitator" &&
        open !== threat.id && (
          <Button
            aria-label={t("workshop.decisions.decideOn", { title: threat.title })}
            onClick={() => setOpen(threat.id)}
          >
            {t("workshop.decisions.decide")}
          </Button>
        )
      }
      below={(threat) =>
        open === threat.id && <DecideHere key={threat.id} threat={threat} done={() => setOpen(undefined)} />
      }
    />
  );
  return (
    <StepPage wide>
      {listed(threats)}
      {claimed.length > 0 && (
        <OnDemand say={t("workshop.claimed", { count: claimed.length })}>{listed(claimed)}</OnDemand>
      )}
      {role === "facilitator" && <NoteDecision />}
      <DecidedHere />
    </StepPage>
  );
}
