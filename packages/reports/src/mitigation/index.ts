// The mitigation specification: what is built against what, for the stack in use, with the criteria that prove it.
import {
  criterionLine,
  escapeMarkdown,
  markdownCode,
  markdownFile,
  markdownTable,
  requirementLine,
  type Specification,
  stackLines,
  strideLetter,
  whereText,
} from "@parapet/core";
import type { Report, ReportView } from "../report.ts";
import { counted, risk, tierSigns } from "../words.ts";

export const mitigation: Report = {
  id: "mitigation",
  title: "Mitigation specification",
  member: "mitigation-designer",
  files: (view) => [{ path: "mitigations.md", text: markdownFile(markdown(view)) }],
};

function markdown(view: ReportView): readonly string[] {
  const { analysis, specifications } = view;
  const cards = specifications.filter(({ noCard }) => !noCard);
  const decided = cards.filter(({ state }) => state !== "proposed");
  const proposed = cards.filter(({ state }) => state === "proposed");
  const wanting = specifications.filter(({ noCard }) => noCard);
  const proposals = counted(proposed.length, "proposed specification");
  return [
    `# ${escapeMarkdown(analysis.model.system)}: mitigation specification`,
    "",
    `${analysis.now}. ${counted(decided.length, "mitigation")} decided, ${proposals} for critical and high threats that have none, ${counted(wanting.length, "threat")} without a control card. Structural controls come before preventive ones, and those before detective ones; what the platform already gives comes first.`,
    "",
    ...overview(view, "Decided", decided),
    ...overview(view, "Proposed", proposed),
    ...wantingLines(wanting),
    ...alone(view),
    ...cards.flatMap((card) => sectionOf(view, card)),
  ];
}

function overview({ person }: ReportView, title: string, specifications: readonly Specification[]): readonly string[] {
  if (specifications.length === 0) return [`## ${title}`, "", "None.", ""];
  return [
    `## ${title}`,
    "",
    ...markdownTable(
      ["Specification", "Level", "Effort", "State", "Where", "Threats", "Risk now", "Owner", "Due"],
      specifications.map((one) => [
        `${escapeMarkdown(one.title)} (${markdownCode(one.id)})`,
        one.level ?? "",
        one.effort ?? "",
        one.state,
        escapeMarkdown(whereText(one)),
        one.threats.length,
        risk(one.threats.reduce((sum, threat) => sum + threat.current, 0)),
        escapeMarkdown(one.owner === undefined ? "nobody" : person(one.owner)),
        one.due ?? "no date",
      ]),
    ),
    "",
  ];
}

function wantingLines(specifications: readonly Specification[]): readonly string[] {
  if (specifications.length === 0) return [];
  return ["## No control card fits", "", ...specifications.map(({ ask }) => `- ${escapeMarkdown(ask ?? "")}`), ""];
}

/** Critical threats that rest on one control. */
function alone({ specifications, threat }: ReportView): readonly string[] {
  const found = specifications.filter((one) => one.alone.length > 0 && !one.noCard);
  if (found.length === 0) return [];
  const line = (one: Specification) =>
    one.alone.map(
      (id) =>
        `- ${escapeMarkdown(threat(id)?.title ?? id)} (${markdownCode(id)}) would rest on ${escapeMarkdown(one.title)} alone${one.further.length > 0 ? `; add ${one.further.map(({ title }) => escapeMarkdown(title)).join(" or ")}` : ""}.`,
    );
  return ["## Critical threats on one control", "", ...found.flatMap(line), ""];
}

function sectionOf(view: ReportView, one: Specification): readonly string[] {
  return [
    `## ${escapeMarkdown(one.title)}: ${escapeMarkdown(whereText(one))}`,
    "",
    facts(view, one),
    "",
    ...(one.what ? [escapeMarkdown(one.what), ""] : []),
    ...(one.why.length > 0 ? ["**Why**", "", ...one.why.map((why) => `- ${escapeMarkdown(why)}`), ""] : []),
    "**Against**",
    "",
    ...one.threats.map(
      ({ id, title, tier, categories }) =>
        `- ${tierSigns[tier]} ${categories.map((category) => strideLetter[category]).join("")} ${escapeMarkdown(title)} (${markdownCode(id)})`,
    ),
    "",
    ...(one.stacks.length > 0 ? ["**How**", "", ...stackLines(one), ""] : []),
    ...(one.providedBy
      ? [
          `**Already there.** ${escapeMarkdown(one.providedBy.title)} provides it${one.providedBy.owner ? `, run by ${escapeMarkdown(one.providedBy.owner)}` : ""}.`,
          "",
        ]
      : []),
    ...(one.alternatives.length > 0
      ? [
          "**Or on the platform**",
          "",
          ...one.alternatives.map(({ id, say }) => `- ${markdownCode(id)}: ${escapeMarkdown(say)}`),
          "",
        ]
      : []),
    ...(one.criteria.length > 0 ? ["**Done when**", "", ...one.criteria.map(criterionLine), ""] : []),
    ...(one.further.length > 0
      ? [
          `**For defence in depth:** ${one.further.map(({ title, level }) => `${escapeMarkdown(title)} (${level})`).join(", ")}.`,
          "",
        ]
      : []),
    ...(requirementLine(one).length > 0 ? ["**Requirements**", "", ...requirementLine(one), ""] : []),
  ];
}

function facts({ person }: ReportView, one: Specification): string {
  const parts = [
    markdownCode(one.id),
    one.state,
    ...(one.level ? [one.level] : []),
    ...(one.effort ? [`${one.effort} effort`] : []),
    `on ${one.on.map(({ title }) => escapeMarkdown(title)).join(", ")}`,
    ...(one.feature ? [`feature ${escapeMarkdown(one.feature.title)}`] : []),
    one.owner ? `owner ${escapeMarkdown(person(one.owner))}` : "no owner",
    one.due ? `due ${one.due}` : "no due date",
    ...(one.ticket ? [`ticket ${escapeMarkdown(one.ticket)}`] : []),
  ];
  return parts.join(" · ");
}
