// Specifications, read by who builds them, worst first: what is asked and when it is done. What is not clear is parked with its name.
import type { Ticket } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../../data/people.ts";
import { useCommand } from "../../../data/use-command.ts";
import { useViews } from "../../../data/views.ts";
import { call, useWorkbench } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { TierChip } from "../../../kit/chips.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { CriteriaLines } from "../../../rooms/handoff/criteria-lines.tsx";
import { handedOver, worstFirst } from "../../../rooms/handoff/handed-over.ts";
import { handoff } from "../../../strings/en/handoff.ts";
import { addStrings } from "../../../strings/i18n.ts";
import { linesOf } from "../../papers/markdown.ts";
import { MarkdownText } from "../../papers/markdown-text.tsx";
import { saidBy, useWorkshop } from "../../running/in-workshop.ts";
import { SpeakerChips } from "../speaker-chips.tsx";
import { StepPage } from "../step-page.tsx";
import { useBoard } from "../use-board.ts";

addStrings({ handoff });

export function SpecificationsStep() {
  const { t } = useTranslation();
  const people = usePeople();
  const views = useViews();
  const knowledge = useWorkbench((state) => state.knowledge);
  const texts = useWorkbench((state) => state.texts);
  const { document, focus, role } = useWorkshop();
  const [open, setOpen] = useState<string>();
  const world = views && knowledge && texts && { analysis: views.analysis, document, knowledge, texts };
  const handed = world && handedOver(world);
  const tickets = worstFirst(handed?.tickets ?? []).filter(
    ({ state, components }) => state !== "proposed" && (!focus || components.some(({ id }) => focus.has(id))),
  );
  const read = tickets.find(({ id }) => id === open);
  useBoard(
    read
      ? { kind: "talk", title: read.title, lines: [...linesOf(read.body)] }
      : { kind: "talk", title: t("workshop.specifications.ask"), lines: tickets.map(({ title }) => title) },
  );
  return (
    <StepPage wide>
      <SpeakerChips />
      {tickets.length === 0 && <p className="text-lg text-soft">{t("workshop.specifications.none")}</p>}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <button
              type="button"
              aria-expanded={ticket.id === open}
              disabled={role === "screen"}
              className="flex w-full flex-wrap items-baseline gap-x-3 px-4 py-2 text-left hover:bg-sunken"
              onClick={() => setOpen(ticket.id === open ? undefined : ticket.id)}
            >
              {ticket.tier && <TierChip tier={ticket.tier} />}
              <bdi className="min-w-0 text-lg font-medium">{ticket.title}</bdi>
              <span className="ml-auto text-sm text-soft">
                {ticket.owner === undefined ? t("inspector.nobody") : people.name(ticket.owner)} ·{" "}
                {ticket.due ?? t("inspector.noDate")}
              </span>
            </button>
            {ticket.id === open && (
              <Read ticket={ticket}>
                <CriteriaLines criteria={handed?.specification.get(ticket.id)?.criteria ?? []} />
              </Read>
            )}
          </li>
        ))}
      </ul>
    </StepPage>
  );
}

/** One specification, read together. */
function Read({ ticket, children }: { readonly ticket: Ticket; readonly children: React.ReactNode }) {
  const { t } = useTranslation();
  const { id, role, speaker } = useWorkshop();
  const { run, problems } = useCommand();
  const unclear = () => {
    const text = t("workshop.specifications.unclear", { title: ticket.title });
    const input = { workshop: id, text, about: ticket.id, ...saidBy(speaker) };
    void run(t("workshop.parking.didPark", { text }), call("park-item", input));
  };
  return (
    <div className="flex flex-col gap-4 px-4 pb-4 text-base">
      <MarkdownText text={ticket.body} />
      {children}
      {role === "facilitator" && (
        <Button className="w-fit" onClick={unclear}>
          {t("workshop.specifications.notClear")}
        </Button>
      )}
      <Problems problems={problems} />
    </div>
  );
}
