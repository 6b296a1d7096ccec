// Decisions as they fall: what is critical or high and not decided, each opened where it is decided, and noted as decided here.
import { useTranslation } from "react-i18next";
import { useCommand } from "../../../data/use-command.ts";
import { useViews } from "../../../data/views.ts";
import { call } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";
import { StepPage } from "../step-page.tsx";
import { severeIn } from "./severe.ts";
import { ThreatList } from "./threat-list.tsx";

export function DecisionsStep() {
  const { t } = useTranslation();
  const views = useViews();
  const { id, focus, role, workshop } = useWorkshop();
  const { run, problems } = useCommand();
  const threats = severeIn(views, focus).filter((threat) => !Object.hasOwn(workshop.decided ?? {}, threat.id));
  const note = (threat: string, title: string) =>
    void run(t("workshop.decisions.noted", { title }), call("note-decision", { workshop: id, decided: [threat] }));
  return (
    <StepPage wide>
      <ThreatList
        threats={threats}
        none={t("workshop.decisions.none")}
        action={(threat) =>
          role === "facilitator" && (
            <Button onClick={() => note(threat.id, threat.title)}>{t("workshop.decisions.note")}</Button>
          )
        }
      />
      <Problems problems={problems} />
    </StepPage>
  );
}
