// How the figures came about, and where everything else stands.
import { bands, type CriteriaGroup, criteriaOf, methodOf, type Ticket, ticketsOf } from "@parapet/core";
import type { ReportView } from "../report.ts";
import { counted, fileName } from "../words.ts";
import { html, type Markup, type Part } from "./markup.ts";
import { section } from "./parts.ts";

/** What a reader has to know to read the figures right; the Markdown prints the same sentences. */
export function methodNotes({ analysis }: ReportView): readonly string[] {
  const method = methodOf(analysis.model.method);
  return [
    `Analysed on ${analysis.now} with ${counted(analysis.knowledge.rules, "rule")} of knowledge ${analysis.knowledge.version}. ${analysis.validUntil ? `The same input gives the same result until ${analysis.validUntil}.` : "The same input gives the same result on any day."}`,
    `Scores are by ${method.title} (${method.source}); risk is likelihood times impact, 0 to 100. Bands begin at ${bands.join(", ")}; critical needs the top band of both. Scores are proposed from facts until a person confirms them.`,
    "A threat is open when its countermeasure is known to be missing, asked when nobody has said whether it is there. Asked threats carry the risk that their questions hide; the open count never stands alone.",
    "Addressed is verified (by evidence) or observed (in a source); declared or assumed countermeasures leave a critical or high threat claimed. Evidence ages, acceptances expire, and what rested on them opens again.",
    "Nothing is skipped in silence: a cell of the coverage table is not applicable only by its kind or by a recorded fact, and not examined where no rule speaks to it.",
    ...(analysis.summary.latent > 0
      ? [
          `${counted(analysis.summary.latent, "further threat")} may or may not apply and ${analysis.summary.latent === 1 ? "is" : "are"} counted, not listed.`,
        ]
      : []),
    "Figures of design threats are estimates that order the work. They are no measurement of loss.",
  ];
}

/** Method notes as a section. */
export function methodSection(view: ReportView): Markup {
  return section(
    "method",
    "Method and limits",
    html`<ul class="notes">${methodNotes(view).map((note) => html`<li>${note}</li>`)}</ul>`,
  );
}

/** Links to all other files of the report. */
export function filesSection(view: ReportView): Markup {
  const groups = criteriaOf(view.specifications);
  const tickets = ticketsOf(view.specifications);
  const file = (path: string, text: string): Markup => html`<a href="${path}">${text}</a>`;
  const row = (title: string, ...links: readonly Part[]): Markup =>
    html`<dt>${title}</dt><dd>${links.map((link) => html`${link} `)}</dd>`;
  return section(
    "files",
    "All artifacts",
    html`<dl class="files">
${view.diagram && row("Data flow diagram", file("diagram.svg", "SVG"), file("diagram.drawio", "draw.io"))}
${row("STRIDE threat list", file("stride.md", "Markdown"), file("stride.csv", "CSV"))}
${row("Risk-scored register", file("register.csv", "CSV"), file("register.json", "JSON"))}
${row("Attack surface inventory", file("surface.md", "Markdown"), file("surface.csv", "CSV"))}
${row("Mitigation specification", file("mitigations.md", "Markdown"))}
${row("Acceptance criteria", criteriaLinks(groups, file))}
${row("Tickets", ticketLinks(tickets, file))}
${row("Risk acceptance log", file("acceptances.md", "Markdown"), file("acceptances.csv", "CSV"))}
${row("This summary", file("summary.md", "Markdown"))}
</dl>`,
  );
}

/** So many links of one kind the page lists; all files stand in the folder anyway. */
const linkLimit = 60;

function rest(count: number, folder: string): Part {
  return count > linkLimit && `and ${count - linkLimit} more in ${folder}/`;
}

type Link = (path: string, text: string) => Markup;

function criteriaLinks(groups: readonly CriteriaGroup[], file: Link): Part {
  if (groups.length === 0) return "none yet";
  const links = groups.slice(0, linkLimit).map(({ id, title }) => file(`criteria/${fileName(id)}.feature`, title));
  return [...links.map((link) => html`${link} `), rest(groups.length, "criteria")];
}

function ticketLinks(tickets: readonly Ticket[], file: Link): Part {
  const links = tickets.slice(0, linkLimit).map(({ id, title }) => file(`tickets/${fileName(id)}.md`, title));
  return html`${file("tickets/tickets.json", "JSON")} ${
    links.length > 0 &&
    html`<details><summary>${counted(tickets.length, "ticket")}</summary><ul>${links.map((link) => html`<li>${link}</li>`)}</ul>${rest(tickets.length, "tickets")}</details>`
  }`;
}
