// A ticket: one piece of work with its owner, date and link in place; opened it shows when it is done and what it is against.
import type { Specification, Ticket } from "@parapet/core";
import { clsx } from "clsx";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { sendAndHear } from "../../data/heard.ts";
import { useSelect } from "../../data/selection.ts";
import { call } from "../../data/workbench.ts";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { TierChip } from "../../kit/chips.tsx";
import { OwnerDue } from "../../kit/owner-due.tsx";
import { CriteriaLines } from "./criteria-lines.tsx";
import { certaintyOfState } from "./state-certainty.ts";
import { TicketActions } from "./ticket-actions.tsx";
import { TicketLink } from "./ticket-link.tsx";

export interface TicketCardProps {
  readonly ticket: Ticket;
  readonly specification: Specification;
  readonly isOpen: boolean;
  readonly turn: () => void;
}

export function TicketCard({ ticket, specification, isOpen, turn }: TicketCardProps) {
  const { t } = useTranslation();
  const { id, title, state, tier, owner, due, risk } = ticket;
  const draft = state === "proposed";
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <li data-ticket={id} className={clsx(draft && "bg-ground")}>
      <div className="grid grid-cols-1 items-start gap-x-3 gap-y-1 px-3 py-2 @3xl:grid-cols-[minmax(0,1fr)_15rem_12rem]">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={turn}
          className="flex min-w-0 items-start gap-2 text-left"
        >
          <Chevron size={14} className="mt-1 shrink-0" aria-hidden="true" />
          <span className="pt-1">
            <CertaintyMark certainty={certaintyOfState(state)} label="" />
          </span>
          <span className="min-w-0 flex-1">
            <span className="text-sm font-medium" dir="auto">
              {title}
            </span>
            <span className="block text-xs text-soft">
              {tier && <TierChip tier={tier} />} {draft ? t("handoff.ticket.draft") : t(`inspector.state.${state}`)} ·{" "}
              {risk.target < risk.current
                ? t("handoff.ticket.falls", { current: Math.round(risk.current), target: Math.round(risk.target) })
                : t("handoff.ticket.risk", { current: Math.round(risk.current) })}
            </span>
          </span>
        </button>
        {!draft && (
          <>
            <OwnerDue
              about={title}
              owner={owner}
              due={due}
              save={(given) =>
                sendAndHear(t("handoff.ticket.changed", { title }), call("set-mitigation", { id, ...given }))
              }
            />
            <TicketLink ticket={ticket} />
          </>
        )}
      </div>
      {isOpen && <Opened ticket={ticket} specification={specification} />}
    </li>
  );
}

function Opened({ ticket, specification }: Pick<TicketCardProps, "ticket" | "specification">) {
  const { t } = useTranslation();
  const select = useSelect();
  return (
    <div className="flex flex-col gap-3 border-t border-line bg-ground px-4 py-3 text-sm">
      {(specification.ask ?? specification.what) !== undefined && <p>{specification.ask ?? specification.what}</p>}
      <div className="grid gap-4 @3xl:grid-cols-2">
        <div className="min-w-0">
          <h3 className="mb-1 text-xs font-semibold text-soft">{t("handoff.ticket.criteria")}</h3>
          <CriteriaLines criteria={specification.criteria} />
        </div>
        <div className="min-w-0">
          <h3 className="mb-1 text-xs font-semibold text-soft">{t("handoff.ticket.threats")}</h3>
          <ul className="flex max-h-60 flex-col gap-1 overflow-y-auto">
            {specification.threats.map(({ id, title, tier }) => (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => select({ kind: "threat", id })}
                  className="flex w-full items-start gap-2 text-left hover:underline"
                >
                  <TierChip tier={tier} />
                  <span className="min-w-0" dir="auto">
                    {title}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <TicketActions ticket={ticket} specification={specification} />
    </div>
  );
}
