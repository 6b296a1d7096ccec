// What is done with a ticket: opened in the team's tracker with everything filled in, or copied. A draft leads to its control.
import type { Specification, Ticket } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { CopyButton } from "../../kit/copy-button.tsx";
import { OpenInTracker } from "./open-in-tracker.tsx";

export interface TicketActionsProps {
  readonly ticket: Ticket;
  readonly specification: Specification;
}

export function TicketActions({ ticket, specification }: TicketActionsProps) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const draft = ticket.state === "proposed";
  const [first] = specification.threats;
  const chosen = specification.control
    ? ({ kind: "control", id: specification.control } as const)
    : first && ({ kind: "threat", id: first.id } as const);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {!draft && <OpenInTracker ticket={ticket} />}
      <CopyButton text={`# ${ticket.title}\n\n${ticket.body}`} label={t("handoff.ticket.copy")} />
      {draft && (
        <Link className="text-sm font-medium text-accent hover:underline" href={linkTo(model, "mitigation", chosen)}>
          {t("handoff.ticket.choose")}
        </Link>
      )}
    </div>
  );
}
