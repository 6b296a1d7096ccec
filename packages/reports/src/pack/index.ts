// The facilitator's pack: what is printed before a workshop. Agenda with reasons, the diagram on one page, the ten best questions.
import {
  agendaFor,
  answersOf,
  byCodeUnit,
  escapeMarkdown,
  markdownFile,
  markdownTable,
  questionQueue,
  type StageId,
  seniorsPresent,
  stageState,
  stepReasons,
  strideCategories,
  strideLetter,
  type Workshop,
  type WorkshopKind,
  workshopState,
} from "@parapet/core";
import type { Report, ReportFile, ReportView } from "../report.ts";
import { categoryTitles, counted, risk, tierSigns } from "../words.ts";
import { focusOf, focusWords, kindWords, saidWords } from "../workshop-words.ts";
import { diagramLines } from "./diagram.ts";
import { categoryPrompts } from "./prompts.ts";

export const pack: Report = {
  id: "pack",
  title: "Facilitator's pack",
  member: "threat-model-architect",
  files: (view) => {
    const waiting = comingWorkshops(view);
    if (waiting.length > 0) return waiting.map(([id, workshop]) => packOf(view, `workshops/${id}-pack.md`, workshop));
    return [packOf(view, "workshops/pack.md", nextWorkshop(view))];
  },
};

/** Workshops that did not end yet, the one planned first in front. */
function comingWorkshops({ document }: ReportView): readonly (readonly [string, Workshop])[] {
  return Object.entries(document.register?.workshops ?? {})
    .filter(([, workshop]) => ["planned", "running"].includes(workshopState(workshop)))
    .sort(([a, x], [b, y]) => byCodeUnit(x.planned ?? "~", y.planned ?? "~") || byCodeUnit(a, b));
}

const kindFor: Readonly<Record<StageId, WorkshopKind>> = {
  scoping: "scoping",
  decomposition: "decomposition-review",
  enumeration: "enumeration",
  scoring: "enumeration",
  mitigation: "handoff",
  handoff: "handoff",
  validation: "handoff",
  maintenance: "enumeration",
};

/** While none is planned: the workshop that the first stage which waits would want. */
export function nextWorkshop({ analysis }: ReportView): Workshop {
  const stage = analysis.stages.find((one) => stageState(one) === "waits")?.id ?? "maintenance";
  const kind = kindFor[stage];
  return { kind, title: "The next workshop", facilitator: "whoever leads it", agenda: [...agendaFor(kind)] };
}

/** The pack of one workshop. */
function packOf(view: ReportView, path: string, workshop: Workshop): ReportFile {
  const lines = [
    `# ${escapeMarkdown(view.analysis.model.system)}: pack for “${escapeMarkdown(workshop.title)}”`,
    "",
    ...headLines(view, workshop),
    ...section("Agenda", agendaLines(workshop)),
    ...section("The diagram", diagramLines(view, focusOf(view, workshop))),
    ...section("The ten best questions", questionLines(view, workshop)),
    ...(agendaOf(workshop).some(({ step }) => step === "brainstorm")
      ? section("What to ask for in the silence", promptLines())
      : []),
    ...section("Left over from earlier", leftOverLines(view)),
  ];
  return { path, text: markdownFile(lines) };
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return [`## ${title}`, "", ...lines, ""];
}

const agendaOf = (workshop: Workshop) => workshop.agenda ?? agendaFor(workshop.kind);

function headLines(view: ReportView, workshop: Workshop): readonly string[] {
  const { kind, focus, planned, facilitator } = workshop;
  const minutes = agendaOf(workshop).reduce((sum, item) => sum + item.minutes, 0);
  return [
    ...markdownTable(
      ["", ""],
      [
        ["Kind", kindWords[kind]],
        ["About", escapeMarkdown(focusWords(view, focus))],
        ["When", planned ?? "not planned yet"],
        ["How long", counted(minutes, "minute")],
        ["Led by", escapeMarkdown(view.person(facilitator))],
        ["Has to be there", seniorWords(view, workshop)],
      ],
    ),
    "",
  ];
}

/** Without a senior engineer of the owning team it cannot be signed off: who that may be. */
function seniorWords(view: ReportView, workshop: Workshop): string {
  const attended = Object.fromEntries(
    Object.entries(view.document.model.participants ?? {}).map(([id, { job, team, senior }]) => [
      id,
      { ...(job ? { job } : {}), ...(team ? { team } : {}), ...(senior ? { senior } : {}) },
    ]),
  );
  const seniors = seniorsPresent(view.document, { ...workshop, attended }).map((id) => view.person(id));
  return seniors.length === 0
    ? "**a senior engineer of the owning team; the model names none**, and without one it cannot be signed off"
    : `${seniors.map(escapeMarkdown).join(" or ")}: without a senior engineer of the owning team it cannot be signed off`;
}

function agendaLines(workshop: Workshop): readonly string[] {
  let at = 0;
  const rows = agendaOf(workshop).map(({ title, minutes, step }) => {
    const { why, source } = stepReasons[step];
    const row = [
      `${at}–${at + minutes}`,
      escapeMarkdown(title),
      `${escapeMarkdown(why)}${source ? ` (${escapeMarkdown(source)})` : ""}`,
    ];
    at += minutes;
    return row;
  });
  return markdownTable(["minutes", "part", "why"], rows);
}

/** The first ten in focus by hidden risk, each with whom it is for and what it takes for an answer. */
function questionLines(view: ReportView, workshop: Workshop): readonly string[] {
  const all = questionQueue(view.analysis, focusOf(view, workshop));
  if (all.length === 0) return ["Nothing is asked here."];
  const top = all.slice(0, 10).flatMap((question, i) => {
    const answers = answersOf(view.analysis, question);
    const indent = " ".repeat(`${i + 1}. `.length);
    const taken =
      question.owner === undefined
        ? ""
        : `; ${escapeMarkdown(view.person(question.owner))} finds out by ${question.due}`;
    const hides =
      question.riskHeld > 0
        ? `hides risk ${risk(question.riskHeld)}, up to ${tierSigns[question.hides]}`
        : "tells whether something applies at all";
    return [
      `${i + 1}. ${escapeMarkdown(question.text)}`,
      `${indent}- for: ${question.for}; ${hides}${taken}`,
      `${indent}- answers: ${answersText(answers)}`,
    ];
  });
  const more =
    all.length > 10 ? ["", `${counted(all.length - 10, "more question waits", "more questions wait")}.`] : [];
  return [...top, ...more];
}

/** So many answers stand on a line; the rest is counted. */
const told = 8;

function answersText(answers: readonly string[]): string {
  if (answers.length === 0) return "in words";
  const more = answers.length > told ? ` and ${answers.length - told} more` : "";
  return `${answers.slice(0, told).join(", ")}${more}`;
}

function promptLines(): readonly string[] {
  return strideCategories.map(
    (category) => `- **${strideLetter[category]} ${categoryTitles[category]}**: ${categoryPrompts[category]}`,
  );
}

/** What earlier workshops parked and nobody settled. */
function leftOverLines(view: ReportView): readonly string[] {
  const items = Object.entries(view.document.register?.workshops ?? {})
    .filter(([, { ended }]) => ended !== undefined)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([, { title, parked = {} }]) =>
      Object.entries(parked)
        .filter(([, { settled }]) => settled === undefined)
        .sort(([a], [b]) => byCodeUnit(a, b))
        .map(([, item]) => `- ${escapeMarkdown(item.text)} (${saidWords(view, item)}; “${escapeMarkdown(title)}”)`),
    );
  return items.length === 0 ? ["Nothing is parked."] : items;
}
