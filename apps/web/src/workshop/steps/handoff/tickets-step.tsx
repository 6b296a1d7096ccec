// Tickets as they fall: what is chosen and has no ticket yet, with its link; and what is critical or high and nobody works on.
import { type MitigationView, ticketless } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../../data/heard.ts";
import { usePeople } from "../../../data/people.ts";
import { useSelect } from "../../../data/selection.ts";
import { useViews } from "../../../data/views.ts";
import { call } from "../../../data/workbench.ts";
import { BareText } from "../../../kit/bare-fields.tsx";
import { Button } from "../../../kit/button.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { handoff } from "../../../strings/en/handoff.ts";
import { addStrings } from "../../../strings/i18n.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { StepPage } from "../step-page.tsx";
import { useBoard } from "../use-board.ts";
import { ThreatList } from "./threat-list.tsx";

addStrings({ handoff });

export function TicketsStep() {
  const { t } = useTranslation();
  const views = useViews();
  const { focus } = useWorkshop();
  const threats = views ? ticketless(views.analysis, focus) : [];
  const waiting = (views?.analysis.mitigations ?? []).filter(
    ({ state, ticket, on }) => state === "chosen" && ticket === undefined && (!focus || on.some((id) => focus.has(id))),
  );
  useBoard({
    kind: "talk",
    title: t("workshop.tickets.ask"),
    lines: [...waiting.map(({ title }) => title), ...threats.slice(0, 20).map(({ title }) => title)],
  });
  return (
    <StepPage wide>
      <section aria-label={t("workshop.tickets.waiting")}>
        <h3 className="mb-1 text-sm font-semibold text-soft">{t("workshop.tickets.waiting")}</h3>
        {waiting.length === 0 && <p className="text-lg text-soft">{t("workshop.tickets.allLinked")}</p>}
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
          {waiting.map((mitigation) => (
            <Waiting key={mitigation.id} mitigation={mitigation} />
          ))}
        </ul>
      </section>
      <section aria-label={t("workshop.tickets.ask")} data-ticketless={threats.length}>
        <h3 className="mb-1 text-sm font-semibold text-soft">{t("workshop.tickets.ask")}</h3>
        <ThreatList threats={threats} none={t("workshop.tickets.none")} />
      </section>
    </StepPage>
  );
}

/** One choice, and the address or key of the ticket that asks for it. */
function Waiting({ mitigation: { id, title, owner, due } }: { readonly mitigation: MitigationView }) {
  const { t } = useTranslation();
  const people = usePeople();
  const select = useSelect();
  const { id: workshop, role } = useWorkshop();
  const { problems, busy, sending } = useSending();
  const [ticket, setTicket] = useState("");
  const link = () =>
    sending(t("handoff.ticket.linked", { title }), call("link-ticket", { id, ticket: ticket.trim(), workshop }));
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-2">
      <button
        type="button"
        className="min-w-0 flex-1 basis-60 text-left text-lg hover:underline"
        onClick={() => select({ kind: "mitigation", id })}
      >
        <bdi>{title}</bdi>
        <span className="block text-sm text-soft">
          {owner === undefined ? t("inspector.nobody") : people.name(owner)} · {due ?? t("inspector.noDate")}
        </span>
      </button>
      {role === "facilitator" && (
        <form
          className="flex min-w-0 basis-72 gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            if (ticket.trim() !== "") void link();
          }}
        >
          <BareText
            label={t("handoff.ticket.link", { title })}
            value={ticket}
            onChange={({ target }) => setTicket(target.value)}
            className="flex-1"
          />
          <Button type="submit" disabled={busy || ticket.trim() === ""}>
            {t("workshop.tickets.link")}
          </Button>
        </form>
      )}
      <Problems problems={problems} />
    </li>
  );
}
