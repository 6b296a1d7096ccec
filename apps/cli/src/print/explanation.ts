// One threat explained: reasons with their sources, questions, score, references, controls, and what people did about it.
import {
  type Analysis,
  answersOf,
  type Catalog,
  claimedBy,
  type Document,
  entriesByThreat,
  factInWords,
  type Knowledge,
  methodOf,
  nameOfPerson,
  nameOfRegulation,
  type Recorded,
  type Texts,
  type Threat,
  titleOfThing,
} from "@parapet/core";
import { scoreLines } from "./score.ts";
import { bold, dim, hanging } from "./style.ts";

export interface ExplanationInput {
  readonly threat: Threat;
  readonly analysis: Analysis;
  readonly document: Document;
  readonly knowledge: Knowledge;
  readonly texts: Texts;
  readonly cwe: Catalog["titles"];
  readonly capec: Catalog["titles"];
}

/** The explanation for people. */
export function explanation(input: ExplanationInput): string {
  const { threat, document, texts } = input;
  const rule = texts.rules[threat.rule];
  const sections: readonly (readonly string[])[] = [
    [
      hanging("", 0, bold(threat.title)),
      dim(hanging("", 2, `${threat.id} · ${threat.categories.join(", ") || "no category"}`)),
      hanging("", 2, standing(threat, document)),
    ],
    section("Why it is raised", reasons(input)),
    section("What would settle it", questions(input)),
    section("Why it matters", rule ? [text(rule.why)] : []),
    section(
      "Score",
      scoreLines(threat, methodOf(document.model.method)).map((line) => line.replace(/^ {0}(?=\S)/, "  ")),
    ),
    section("What can be done", controls(input)),
    section("When the rule raises it", rule ? [text(rule.detection)] : []),
    section("When it is a false alarm", rule ? [text(rule.falsePositives)] : []),
    section("References", references(input)),
    section("What was done", done(input)),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [bold(title), ...lines];
}

function text(words: string): string {
  return hanging("  ", 2, words);
}

function standing({ status, finding, strength, owner, due, exposure }: Threat, document: Document): string {
  const backed = strength ? ` (${strength})` : "";
  const who =
    owner || due ? ` · ${owner === undefined ? "nobody" : nameOfPerson(document, owner)}, due ${due ?? "no date"}` : "";
  return `${status}${finding === status ? "" : `, found ${finding}`}${backed} · reached from: ${exposure.replaceAll("-", ", ")}${who}`;
}

function reasons({ threat, document }: ExplanationInput): readonly string[] {
  return threat.because.map(({ fact, of, value, from }) => {
    const words = factInWords(fact, of && titleOfThing(document, of));
    return hanging("  · ", 4, `${words}: ${value} ${from === value ? "" : dim(`(${from})`)}`);
  });
}

function questions({ threat, analysis }: ExplanationInput): readonly string[] {
  return (threat.asks ?? []).flatMap((id) => {
    const question = analysis.questions.find((one) => one.id === id);
    if (!question) return [];
    const answers = answersOf(analysis, question);
    return [
      hanging("  ? ", 4, question.text),
      dim(`    parapet answer ${id} ${answers.length > 0 ? answers.join("|") : "VALUE"}`),
    ];
  });
}

function controls({ threat, knowledge, texts }: ExplanationInput): readonly string[] {
  return threat.controls.flatMap((id) => {
    const control = knowledge.controls.find((one) => one.id === id);
    if (!control) return [];
    const what = texts.controls[id]?.what;
    return [
      hanging(
        "  → ",
        4,
        `${control.title} ${dim(`(${id}; ${control.level}, ${control.effort} effort)`)}${what ? `: ${what}` : ""}`,
      ),
    ];
  });
}

function references({ threat: { refs, regulations }, cwe, capec }: ExplanationInput): readonly string[] {
  const named = (prefix: string, ids: readonly number[], titles: Catalog["titles"]): readonly string[] =>
    ids.map((id) => hanging("  ", 4, `${prefix}-${id} ${titles[String(id)] ?? ""}`));
  return [
    ...named("CWE", refs.cwe, cwe),
    ...named("CAPEC", refs.capec, capec),
    ...(refs.attack ?? []).map((id) => `  ATT&CK ${id}`),
    ...(regulations?.length ? [`  bears on ${regulations.map(nameOfRegulation).join(", ")}`] : []),
  ];
}

function done({ threat, analysis, document }: ExplanationInput): readonly string[] {
  const recorded = entriesByThreat(document, document.register?.decisions).get(threat.id);
  const acceptance = analysis.acceptances.find((one) => one.threat === threat.id);
  const mitigations = analysis.mitigations.filter((one) => threat.mitigations?.includes(one.id));
  return [
    ...(recorded ? [text(decided(document, recorded))] : []),
    ...(acceptance
      ? [
          text(
            `${nameOfPerson(document, acceptance.owner)} accepts the risk until ${acceptance.review}: ${acceptance.why} (${acceptance.state}${acceptance.because ? `: ${acceptance.because}` : ""}).`,
          ),
        ]
      : []),
    ...mitigations.map((one) =>
      text(
        `${one.id} is ${one.state}${one.owner ? `; ${nameOfPerson(document, one.owner)}, due ${one.due ?? "no date"}` : ""}.`,
      ),
    ),
  ];
}

type Decided = Recorded<NonNullable<NonNullable<Document["register"]>["decisions"]>[string]>;

/** Who decided what, and whether another person's approval stands. */
function decided(document: Document, { entry, approved, said, outdated }: Decided): string {
  const second = approved
    ? `; ${nameOfPerson(document, approved.by)} approved it`
    : said
      ? `; ${claimedBy(document, said, "approves it")}`
      : outdated
        ? `; it changed after ${nameOfPerson(document, outdated.by)} approved it`
        : "";
  return `${nameOfPerson(document, entry.by)} decided on ${entry.on}: ${entry.decision}${entry.why ? ` (${entry.why})` : ""}${second}.`;
}
