// What is critical or high and has no ticket: shown at the end, so that nobody leaves without seeing it.
import { ticketless } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo } from "../../../data/selection.ts";
import { useViews } from "../../../data/views.ts";
import { useWorkbench } from "../../../data/workbench.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { StepPage } from "../step-page.tsx";
import { ThreatList } from "./threat-list.tsx";

export function TicketsStep() {
  const { t } = useTranslation();
  const views = useViews();
  const model = useWorkbench((state) => state.model);
  const { focus, role } = useWorkshop();
  const threats = views ? ticketless(views.analysis, focus) : [];
  return (
    <StepPage wide>
      <ThreatList
        threats={threats}
        none={t("workshop.tickets.none")}
        action={(threat) =>
          role !== "screen" && (
            <Link
              href={linkTo(model, "handoff", { kind: "threat", id: threat.id })}
              className="text-accent hover:underline"
            >
              {t("workshop.tickets.go")}
            </Link>
          )
        }
      />
    </StepPage>
  );
}
