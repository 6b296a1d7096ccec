// What is done with a ticket: followed once it is linked, opened in the team's tracker with everything filled in, or copied. A draft leads to its control.
import type { Specification, Ticket } from "@parapet/core";
import { ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { CopyButton } from "../../kit/copy-button.tsx";
import { isAddress, lastPart } from "./address.ts";
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
      {ticket.link !== undefined && <Follow link={ticket.link} />}
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

/** The ticket in the tracker: the main thing once it is linked. A key that is no address is named, but leads nowhere. */
function Follow({ link }: { readonly link: string }) {
  const { t } = useTranslation();
  if (!isAddress(link)) return null;
  return (
    <a
      href={link}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex min-h-7 items-center gap-1.5 rounded-md bg-accent px-2.5 text-sm font-medium text-on-accent hover:opacity-90"
    >
      <ExternalLink size={14} aria-hidden="true" />
      {t("handoff.ticket.follow", { name: lastPart(link) })}
    </a>
  );
}
