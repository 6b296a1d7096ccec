// A mitigation of a threat: in a line how it stands; opened who sees to it, its ticket, and its tests with what they showed.
import type { MitigationView } from "@parapet/core";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../../data/heard.ts";
import { usePeople } from "../../../data/people.ts";
import { useSelect } from "../../../data/selection.ts";
import { Button } from "../../../kit/button.tsx";
import { CertaintyMark } from "../../../kit/certainty.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { certaintyOfState } from "../../../rooms/handoff/state-certainty.ts";
import { TicketLink } from "../../../rooms/handoff/ticket-link.tsx";
import { Dropped, Implemented, MitigationOwner } from "../../../rooms/mitigation/mitigation-steps.tsx";
import { CriteriaList } from "../../../rooms/validation/criteria-list.tsx";
import { evidenceRows } from "../../../rooms/validation/evidence-rows.ts";
import { Line } from "../part.tsx";
import type { World } from "../world.ts";

interface MitigationLineProps {
  readonly mitigation: MitigationView;
  readonly world: World;
}

export function MitigationLine({ mitigation, world }: MitigationLineProps) {
  const { t } = useTranslation();
  const people = usePeople();
  const [open, setOpen] = useState(false);
  const { id, title, state, owner, due, ticket, criteria } = mitigation;
  const Chevron = open ? ChevronDown : ChevronRight;
  const passed = world.analysis.criteria.filter((one) => one.mitigation === id && one.verdict === "passed").length;
  return (
    <li data-mitigation={id}>
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="flex list-none items-start gap-2">
          <span className="pt-1">
            <CertaintyMark certainty={certaintyOfState(state)} label="" />
          </span>
          <span className="min-w-0 flex-1">
            <span dir="auto">{title}</span> <span className="text-xs text-faint">{t(`inspector.state.${state}`)}</span>
            <span className="block text-xs text-faint">
              {owner === undefined ? t("inspector.nobody") : people.name(owner)} · {due ?? t("inspector.noDate")} ·{" "}
              {ticket === undefined
                ? t("mitigation.mitigation.noTicket")
                : t("mitigation.mitigation.ticket", { ticket })}{" "}
              · {t("mitigation.mitigation.criteria", { met: passed, total: criteria.length })}
            </span>
          </span>
          <Chevron size={14} className="mt-1 shrink-0 text-faint" aria-hidden="true" />
        </summary>
        {open && <Opened mitigation={mitigation} world={world} />}
      </details>
    </li>
  );
}

function Opened({ mitigation, world }: MitigationLineProps) {
  const { id, title, ticket, control } = mitigation;
  const { t } = useTranslation();
  const select = useSelect();
  const { problems, busy, sending } = useSending();
  return (
    <div className="@container mt-1 mb-2 flex flex-col gap-2 border-l border-line pl-3">
      <dl>
        <Line name={t("inspector.owner")}>
          <MitigationOwner one={mitigation} />
        </Line>
        <Line name={t("inspector.mitigate.ticket")}>
          <TicketLink ticket={{ id, title, ...(ticket !== undefined && { link: ticket }) }} />
        </Line>
      </dl>
      <CriteriaList mitigation={id} world={world} />
      <Shown mitigation={id} world={world} />
      <div className="flex flex-wrap gap-2">
        <Implemented one={mitigation} busy={busy} sending={sending} />
        {control !== undefined && (
          <Button look="quiet" onClick={() => select({ kind: "control", id: control })}>
            {t("inspector.mitigate.control")}
          </Button>
        )}
        <Dropped one={mitigation} busy={busy} sending={sending} />
      </div>
      <Problems problems={problems} />
    </div>
  );
}

/** What tests showed, the newest word on each criterion first among them. */
function Shown({ mitigation, world }: { readonly mitigation: string; readonly world: World }) {
  const { t } = useTranslation();
  const people = usePeople();
  const rows = evidenceRows(world.analysis, world.document).filter(({ entry }) => entry.mitigation === mitigation);
  if (rows.length === 0) return null;
  return (
    <ul aria-label={t("validation.evidence.title")} className="flex flex-col gap-0.5 text-xs text-soft">
      {rows.map(({ id, entry, state }) => (
        <li key={id} dir="auto">
          {entry.criterion.replaceAll("-", " ")}: {t(`validation.evidence.state.${state}`)},{" "}
          {t("validation.evidence.by", {
            tool: entry.tool,
            where: entry.environment ? t("validation.evidence.where", { environment: entry.environment }) : "",
            by: people.name(entry.by),
            on: entry.on,
          })}
        </li>
      ))}
    </ul>
  );
}
