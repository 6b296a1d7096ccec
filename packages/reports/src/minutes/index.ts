// The minutes of each workshop: who was there, what was answered and decided, what votes came to and why, what is parked, tickets, who signed.
import {
  byCodeUnit,
  escapeMarkdown,
  isSpoken,
  markdownCode,
  markdownFile,
  markdownTable,
  seniorsPresent,
  ticketless,
  unplacedNotes,
  type Workshop,
  workshopState,
} from "@parapet/core";
import type { Report, ReportFile, ReportView } from "../report.ts";
import { counted, tierSigns } from "../words.ts";
import { focusOf, focusWords, kindWords, momentWords, saidWords } from "../workshop-words.ts";
import { answeredLines } from "./answered.ts";
import { decidedLines } from "./decided.ts";
import { voteLines } from "./votes.ts";

export const minutes: Report = {
  id: "minutes",
  title: "Minutes of workshops",
  member: "threat-model-architect",
  files: (view) => {
    const held = heldWorkshops(view);
    return held.length === 0 ? [nothingHeld(view)] : held.map(([id, workshop]) => minutesOf(view, id, workshop));
  },
};

/** Workshops that began, in the order in which they did. */
function heldWorkshops({ document }: ReportView): readonly (readonly [string, Workshop])[] {
  return Object.entries(document.register?.workshops ?? {})
    .filter(([, { started }]) => started !== undefined)
    .sort(([a, x], [b, y]) => byCodeUnit(x.started ?? "", y.started ?? "") || byCodeUnit(a, b));
}

function nothingHeld({ analysis }: ReportView): ReportFile {
  const lines = [
    `# ${escapeMarkdown(analysis.model.system)}: minutes`,
    "",
    "No workshop has been held. Plan one with `parapet workshop plan`; its pack is printed before, its minutes after.",
  ];
  return { path: "workshops/minutes.md", text: markdownFile(lines) };
}

/** The minutes of one workshop, from what the register says of it today. */
export function minutesOf(view: ReportView, id: string, workshop: Workshop): ReportFile {
  const lines = [
    `# ${escapeMarkdown(view.analysis.model.system)}: minutes of “${escapeMarkdown(workshop.title)}”`,
    "",
    ...headLines(view, workshop),
    ...section("Who was there", attendanceLines(view, workshop)),
    ...section("What was answered", answeredLines(view, workshop)),
    ...section("What was decided", decidedLines(view, workshop)),
    ...section("Votes", voteLines(view, workshop)),
    ...section("Notes", noteLines(view, workshop)),
    ...section("Parked", parkedLines(view, workshop)),
    ...section("Tickets", ticketLines(view, workshop)),
  ];
  return { path: `workshops/${id}-minutes.md`, text: markdownFile(lines) };
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return [`## ${title}`, "", ...lines, ""];
}

function headLines(view: ReportView, workshop: Workshop): readonly string[] {
  const { kind, focus, planned, started, ended, facilitator } = workshop;
  const facts: readonly (readonly [string, string])[] = [
    ["Kind", kindWords[kind]],
    ["About", escapeMarkdown(focusWords(view, focus))],
    ...(planned ? [["Planned for", planned] as const] : []),
    ["Began", started ? momentWords(started) : "not yet"],
    ["Ended", ended ? momentWords(ended) : "not yet"],
    ["Led by", escapeMarkdown(view.person(facilitator))],
    ["Signed off", signatureWords(view, workshop)],
  ];
  return [...markdownTable(["", ""], facts), ""];
}

/** Who signed it off, or why it is not. */
function signatureWords(view: ReportView, workshop: Workshop): string {
  const signed = workshop["signed-off"];
  if (signed && !isSpoken(signed))
    return `**${escapeMarkdown(view.person(signed.by))}**, ${signed.on}${signed.note ? `: ${escapeMarkdown(signed.note)}` : ""}`;
  if (signed) return `not yet: ${saidWords(view, signed)}; it counts once they do it themselves`;
  if (workshopState(workshop) !== "ended") return "not yet: it is not over";
  return seniorsPresent(view.document, workshop).length > 0
    ? "not yet"
    : "not possible: no senior engineer of the owning team was there";
}

function attendanceLines(view: ReportView, { attended = {} }: Workshop): readonly string[] {
  const rows = Object.entries(attended)
    .sort(([a, x], [b, y]) => byCodeUnit(x.guest ?? "", y.guest ?? "") || byCodeUnit(a, b))
    .map(([key, { name, as, job, team, senior, guest, left }]) => [
      `${escapeMarkdown(name ?? view.person(key))}${guest ? " (guest, by the name given)" : ""}`,
      escapeMarkdown(as ?? ""),
      [senior === "yes" ? "senior" : "", job ?? ""].filter(Boolean).join(" "),
      escapeMarkdown(team ?? ""),
      left ? `left ${momentWords(left)}` : "",
    ]);
  return rows.length === 0 ? ["Nobody is written down."] : markdownTable(["who", "as", "job", "team", ""], rows);
}

const outcomeWords = { linked: "known", recorded: "new, recorded", parked: "parked" } as const;

function noteLines(view: ReportView, workshop: Workshop): readonly string[] {
  const notes = Object.entries(workshop.notes ?? {});
  if (notes.length === 0) return ["No notes were written."];
  const count = (outcome: keyof typeof outcomeWords) => notes.filter(([, note]) => note.outcome === outcome).length;
  const left = unplacedNotes(workshop).length;
  const rows = [...notes]
    .sort(([a, x], [b, y]) => byCodeUnit(x.group ?? "", y.group ?? "") || byCodeUnit(a, b))
    .map(([, note]) => [
      escapeMarkdown(note.text),
      escapeMarkdown(note.group ?? ""),
      note.about === undefined ? "" : escapeMarkdown(view.title(note.about)),
      saidWords(view, note),
      note.outcome === undefined
        ? "**not placed**"
        : `${outcomeWords[note.outcome]}${note.threat ? `: ${threatWords(view, note.threat)}` : ""}`,
    ]);
  const sum = `${counted(notes.length, "note")}: ${count("linked")} known already, ${count("recorded")} new and recorded, ${count("parked")} parked${left > 0 ? `, ${left} not placed` : ""}.`;
  return [sum, "", ...markdownTable(["note", "group", "about", "by", "what became of it"], rows)];
}

/** A threat by its title, with its id; the id alone where it is gone. */
function threatWords({ threat }: ReportView, id: string): string {
  const title = threat(id)?.title;
  return title === undefined ? markdownCode(id) : `${escapeMarkdown(title)} (${markdownCode(id)})`;
}

function parkedLines(view: ReportView, { parked = {} }: Workshop): readonly string[] {
  const items = Object.entries(parked).sort(([a], [b]) => byCodeUnit(a, b));
  if (items.length === 0) return ["Nothing is parked."];
  return items.map(([, item]) => {
    const about = item.about === undefined ? "" : ` (${escapeMarkdown(view.title(item.about))})`;
    const settled = item.settled === undefined ? "" : `. Settled: ${escapeMarkdown(item.settled)}`;
    return `- [${item.settled === undefined ? " " : "x"}] ${escapeMarkdown(item.text)}${about}; ${saidWords(view, item)}${settled}`;
  });
}

function ticketLines(view: ReportView, workshop: Workshop): readonly string[] {
  const { mitigations } = view.analysis;
  const fell = (workshop.tickets ?? []).map((id) => {
    const one = mitigations.find((mitigation) => mitigation.id === id);
    const owner =
      one?.owner === undefined
        ? "nobody yet"
        : `${escapeMarkdown(view.person(one.owner))}${one.due ? `, due ${one.due}` : ""}`;
    return `- ${escapeMarkdown(one?.title ?? id)}: ${escapeMarkdown(one?.ticket ?? "no ticket any more")} (${owner})`;
  });
  const left = ticketless(view.analysis, focusOf(view, workshop));
  return [
    ...(fell.length === 0 ? ["No ticket fell in this workshop."] : fell),
    "",
    ...(left.length === 0
      ? ["No critical or high threat is without a ticket."]
      : [
          `${counted(left.length, "critical or high threat is", "critical or high threats are")} without a ticket:`,
          "",
          ...left
            .slice(0, 20)
            .map(({ id, tier, title }) => `- ${tierSigns[tier]} ${escapeMarkdown(title)} (${markdownCode(id)})`),
          ...(left.length > 20 ? [`- and ${left.length - 20} more`] : []),
        ]),
  ];
}
