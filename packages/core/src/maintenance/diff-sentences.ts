// A diff in sentences: one per difference, each with its cause.
import type {
  Cause,
  FieldChange,
  ModelDiff,
  QuestionChange,
  RecordChange,
  SurfaceEntryChange,
  ThingChange,
  ThreatChange,
} from "./model-diff.ts";

/** Each cause as the end of a sentence. */
export const causeWords: Readonly<Record<Cause, string>> = {
  system: "the system changed",
  fact: "a fact changed",
  decision: "people decided",
  evidence: "the evidence changed",
  knowledge: "the knowledge version changed",
  feed: "a feed changed",
  time: "time passed",
};

/** The sentences of a diff, section by section. */
export interface DiffSection {
  readonly title: string;
  readonly sentences: readonly string[];
}

const threatTitles = {
  introduced: "Threats introduced",
  reopened: "Threats reopened",
  changed: "Threats changed",
  closed: "Threats closed",
  gone: "Threats no longer raised",
} as const;
const threatWords = {
  introduced: "New",
  reopened: "Reopened",
  changed: "Changed",
  closed: "Closed",
  gone: "No longer raised",
} as const;

/** The sections that have something to say, in the order in which a reviewer reads. */
export function sectionsOf(diff: ModelDiff): readonly DiffSection[] {
  const ofThreats = (change: ThreatChange["change"]): DiffSection => ({
    title: threatTitles[change],
    sentences: diff.threats.filter((threat) => threat.change === change).map(threatSentence),
  });
  const sections: readonly DiffSection[] = [
    { title: "System", sentences: diff.things.map(thingSentence) },
    { title: "Attack surface", sentences: diff.surface.entryPoints.map(entryPointSentence) },
    ofThreats("introduced"),
    ofThreats("reopened"),
    ofThreats("changed"),
    ofThreats("closed"),
    ofThreats("gone"),
    { title: "Questions", sentences: diff.questions.map(questionSentence) },
    { title: "Decisions and evidence", sentences: diff.records.map(recordSentence) },
    { title: "Risk", sentences: riskSentences(diff) },
  ];
  return sections.filter(({ sentences }) => sentences.length > 0);
}

/** The whole diff, one sentence per difference; empty when nothing differs. */
export function sentencesOf(diff: ModelDiff): readonly string[] {
  return sectionsOf(diff).flatMap(({ sentences }) => sentences);
}

function named(id: string, title: string): string {
  return title === id ? id : `${id} (${title})`;
}

/** How many fields of one thing a sentence tells. */
const told = 6;

function fieldsText(fields: readonly FieldChange[]): string {
  const more = fields.length > told ? `; and ${fields.length - told} more` : "";
  return (
    fields
      .slice(0, told)
      .map(({ say }) => say)
      .join("; ") + more
  );
}

function thingSentence({ kind, id, title, change, was, fields, cause }: ThingChange): string {
  const name = kind === "model" ? "The model" : `${capital(kind)} ${named(id, title)}`;
  const what = change === "renamed" ? `was ${was} before` : fields.length > 0 ? "changed" : change;
  return `${name} ${what}${fields.length > 0 ? `: ${fieldsText(fields)}` : ""}, since ${causeWords[cause]}.`;
}

function threatSentence({ id, was, title, change, before, after, rescore, cause }: ThreatChange): string {
  const tier =
    before && after && before.tier !== after.tier ? `${before.tier} → ${after.tier}` : (after ?? before)?.tier;
  const status =
    before && after && before.status !== after.status
      ? `${before.status} → ${after.status}`
      : (after ?? before)?.status;
  const risk = before && after && before.current !== after.current ? `, risk ${before.current} → ${after.current}` : "";
  const old = was ? `, ${was} before` : "";
  const again = rescore ? " Score it again: what was confirmed is no longer what would be proposed." : "";
  const state = change === "gone" ? `was ${tier}, ${status}` : `${tier}, ${status}${risk}`;
  return `${threatWords[change]}: ${sentenceOf(title)} (${id}${old}): ${state}, since ${causeWords[cause]}.${again}`;
}

/** A title that ends like a sentence would end the sentence too early. */
function sentenceOf(title: string): string {
  return title.replace(/[.\s]+$/, "");
}

function entryPointSentence({ id, title, change, exposure, weight, fields, cause }: SurfaceEntryChange): string {
  const name = `Entry point ${named(id, title)}`;
  const why = `since ${causeWords[cause]}.`;
  if (change === "added") return `${name} added: ${exposure}, weight ${weight.after}, ${why}`;
  if (change === "removed") return `${name} removed: was ${exposure}, weight ${weight.before}, ${why}`;
  return `${name} changed: ${[fieldsText(fields), weightText(weight)].filter(Boolean).join("; ")}, ${why}`;
}

function weightText({ before, after }: SurfaceEntryChange["weight"]): string {
  return before === after ? "" : `weight ${before} → ${after}`;
}

function questionSentence({ id, text, change, fields, cause }: QuestionChange): string {
  const what = change === "new" ? "New question" : change === "settled" ? "No longer asked" : "Question changed";
  const how = fields.length > 0 ? ` ${fieldsText(fields)}` : "";
  return `${what}: ${text} (${id})${how}, since ${causeWords[cause]}.`;
}

function recordSentence({ kind, id, title, change, fields, cause }: RecordChange): string {
  const detail = change === "removed" ? "" : change === "added" ? addedText(fields) : fieldsText(fields);
  const called = title === undefined ? id : `“${sentenceOf(title)}” (${id})`;
  const name = kind === "policy" ? "Policy" : `${capital(kind)} ${called}`;
  return `${name} ${change}${detail === "" ? "" : `: ${detail}`}, since ${causeWords[cause]}.`;
}

/** Of a new record what it says, not what it did not say before. */
function addedText(fields: readonly FieldChange[]): string {
  const parts = fields
    .slice(0, told)
    .map(({ field, after = "" }) => `${field} ${after.replace(/\s+/g, " ").slice(0, 60)}`);
  return parts.join("; ") + (fields.length > told ? `; and ${fields.length - told} more` : "");
}

function riskSentences({ risk, surface }: ModelDiff): readonly string[] {
  const rows = [
    ["Open risk", risk.open, "open"],
    ["Hidden risk behind questions", risk.hidden, "hidden"],
    ["Addressed risk", risk.addressed, "addressed"],
    ["Surface score", surface.score, "surface"],
  ] as const;
  return rows.flatMap(([name, { before, after }, part]) => {
    const shares = Object.entries(risk.byCause).flatMap(([cause, share]) =>
      share[part] === 0 ? [] : [`${signed(share[part])} since ${causeWords[cause as Cause]}`],
    );
    return shares.length === 0 ? [] : [`${name} ${before} → ${after}: ${shares.join(", ")}.`];
  });
}

/** A difference with its sign. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0";
}

function capital(kind: string): string {
  return kind === "entry-point" ? "Entry point" : kind.charAt(0).toUpperCase() + kind.slice(1);
}
