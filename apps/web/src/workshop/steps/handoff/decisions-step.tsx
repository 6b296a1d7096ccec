// Decisions as they fall: what is critical or high and not decided, each decided where it stands and noted as decided here.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViews } from "../../../data/views.ts";
import { Button } from "../../../kit/button.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";
import { StepPage } from "../step-page.tsx";
import { useBoard } from "../use-board.ts";
import { DecideHere } from "./decide-here.tsx";
import { DecidedHere } from "./decided-here.tsx";
import { NoteDecision } from "./note-decision.tsx";
import { severeIn } from "./severe.ts";
import { ThreatList } from "./threat-list.tsx";

export function DecisionsStep() {
  const { t } = useTranslation();
  const views = useViews();
  const { focus, role, workshop } = useWorkshop();
  const [open, setOpen] = useState<string>();
  const threats = severeIn(views, focus).filter((threat) => !Object.hasOwn(workshop.decided ?? {}, threat.id));
  useBoard({
    kind: "talk",
    title: t("workshop.decisions.ask"),
    lines: threats.slice(0, 20).map(({ title }) => title),
  });
  return (
    <StepPage wide>
      <ThreatList
        threats={threats}
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
      {role === "facilitator" && <NoteDecision />}
      <DecidedHere />
    </StepPage>
  );
}
