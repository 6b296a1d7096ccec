// The tickets of a group, the worst first; one opens where it stands.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "../../kit/layout.tsx";
import type { FullWorld } from "../mitigation/control-detail.tsx";
import type { Group } from "./groups.ts";
import { handedOver, worstFirst } from "./handed-over.ts";
import { TicketCard } from "./ticket-card.tsx";

const first = 40;

export function TicketList({ group, world }: { readonly group: Group; readonly world: FullWorld }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string>();
  const [all, setAll] = useState(false);
  const { tickets, specification } = handedOver(world);
  const own = new Set(group.specifications.map(({ id }) => id));
  const listed = worstFirst(tickets.filter(({ id }) => own.has(id)));
  const shown = all ? listed : listed.slice(0, first);
  return (
    <Section title={t("handoff.ticket.title")} note={listed.length}>
      {listed.length === 0 ? (
        <p className="text-sm text-soft">{t("handoff.ticket.none")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {shown.map((ticket) => {
            const of = specification.get(ticket.id);
            return of ? (
              <TicketCard
                key={ticket.id}
                ticket={ticket}
                specification={of}
                isOpen={open === ticket.id}
                turn={() => setOpen(open === ticket.id ? undefined : ticket.id)}
              />
            ) : null;
          })}
        </ul>
      )}
      {listed.length > shown.length && (
        <button type="button" className="mt-1 text-xs text-accent hover:underline" onClick={() => setAll(true)}>
          {t("inspector.more", { count: listed.length - shown.length })}
        </button>
      )}
    </Section>
  );
}
