// Tickets: one Markdown file per piece of work, and all of them as JSON for the tracker.
import { escapeMarkdown, markdownCode, markdownFile, markdownTable, type Ticket, ticketsOf } from "@parapet/core";
import type { Report, ReportFile, ReportView } from "../report.ts";
import { fileName, risk, tierSigns } from "../words.ts";

export const tickets: Report = {
  id: "tickets",
  title: "Tickets",
  member: "threat-model-architect",
  files: ({ analysis, specifications, person }) => {
    const all = ticketsOf(specifications);
    const json = { schema: "parapet/tickets/1", system: analysis.model.system, now: analysis.now, tickets: all };
    return [
      { path: "tickets/tickets.json", text: `${JSON.stringify(json, undefined, 2)}\n` },
      ...all.map((ticket) => ticketFile(ticket, person)),
    ];
  },
};

function ticketFile(ticket: Ticket, person: ReportView["person"]): ReportFile {
  const facts: readonly (readonly [string, string])[] = [
    [
      ticket.components.length > 1 ? "Components" : "Component",
      escapeMarkdown(ticket.components.map(({ title }) => title).join(", ")),
    ],
    ...(ticket.feature ? [["Feature", escapeMarkdown(ticket.feature.title)] as const] : []),
    ["State", ticket.state],
    ...(ticket.tier ? [["Tier", tierSigns[ticket.tier]] as const] : []),
    [
      "Risk",
      ticket.risk.target < ticket.risk.current
        ? `${risk(ticket.risk.current)} now, ${risk(ticket.risk.target)} once it works`
        : `${risk(ticket.risk.current)} now`,
    ],
    ["Owner", escapeMarkdown(ticket.owner === undefined ? "nobody yet" : person(ticket.owner))],
    ["Due", ticket.due ?? "no date yet"],
    ...(ticket.link ? [["Ticket", escapeMarkdown(ticket.link)] as const] : []),
    ["Specification", markdownCode(ticket.id)],
  ];
  const lines = [`# ${escapeMarkdown(ticket.title)}`, "", ...markdownTable(["", ""], facts), "", ticket.body.trimEnd()];
  return { path: `tickets/${fileName(ticket.id)}.md`, text: markdownFile(lines) };
}
