// Notes of a brainstorm held against the threats that are known: the same, new, or unclear. A proposal; people decide.
import type { Analysis, Threat } from "../analysis/result.ts";
import { threatsOf } from "../model/expand.ts";
import { splitKey } from "../model/ids.ts";
import type { Note } from "../model/workshop.ts";
import { type NameBook, nameBook, namedThings } from "./named-things.ts";
import { wordsOf, wordsOfCategories } from "./note-words.ts";

/** A threat that a note may be, and how much of the note it says. */
export interface MatchCandidate {
  readonly threat: string;
  /** 0–1: the share of the note's words that the threat has; a word of a category counts half. To two decimals. */
  readonly overlap: number;
  /** The words that both have, as stems. */
  readonly words: readonly string[];
}

/** What a note probably is, and why. */
export interface NoteMatch {
  readonly note: string;
  readonly verdict: "same" | "new" | "unclear";
  /** The threats on the same subject that share most words, at most three, best first. */
  readonly candidates: readonly MatchCandidate[];
  readonly say: string;
}

/** From here on a note says the same as a threat: half of what it says, said of the same subject. */
const sameFrom = 0.5;
/** Below this nothing on the subject speaks of it: one word in five is chance. */
const newBelow = 0.2;
/** A threat is the one only if the next says clearly less. */
const clearBy = 0.1;

/**
 * For each note that is not placed, in the order of the notes: the threats on the same subject are compared by their words (title, name
 * of the rule, half for the words of its categories). The subject is what the note is about (a thing with its flows and entry points),
 * else every thing that the note names. A note without subject, or without words to compare, is unclear. Nothing but the words counts, so
 * that the same notes give the same proposals.
 */
export function noteMatches(notes: Readonly<Record<string, Note>>, analysis: Analysis): readonly NoteMatch[] {
  const open = Object.entries(notes).filter(([, { outcome }]) => outcome === undefined);
  if (open.length === 0) return [];
  const { elements, flows, zones, surface } = analysis;
  const things = [...elements, ...flows, ...zones, ...surface.entryPoints];
  const named: Names = { book: nameBook(things), titles: new Map(things.map(({ id, title }) => [id, title])) };
  const bySubject = new Map<string, Threat[]>();
  for (const threat of threatsOf(analysis)) {
    if (threat.finding === "orphaned") continue;
    const list = bySubject.get(threat.subject);
    if (list) list.push(threat);
    else bySubject.set(threat.subject, [threat]);
  }
  return open.map(([id, note]) => matchOf(id, note, analysis, bySubject, named));
}

interface Names {
  readonly book: NameBook;
  readonly titles: ReadonlyMap<string, string>;
}

function matchOf(
  id: string,
  { text, about }: Note,
  analysis: Analysis,
  bySubject: ReadonlyMap<string, readonly Threat[]>,
  { book, titles }: Names,
): NoteMatch {
  const parts = about === undefined ? undefined : splitKey(about);
  const known = parts && bySubject.get(parts.subject)?.find((threat) => threat.id === about);
  if (known)
    return {
      note: id,
      verdict: "same",
      candidates: [{ threat: known.id, overlap: 1, words: [] }],
      say: `It was written on “${known.title}”.`,
    };
  const said = wordsOf(text);
  const core = new Set(about === undefined ? namedThings(text, book) : [parts?.subject ?? about]);
  const named = new Set(
    [...core].flatMap((thing) => [titles.get(thing) ?? "", thing.replaceAll("-", " ")].flatMap(wordsOf)),
  );
  const own = said.filter((word) => !named.has(word));
  if (own.length === 0) return { note: id, verdict: "unclear", candidates: [], say: "It has no words to compare." };
  if (core.size === 0)
    return {
      note: id,
      verdict: "unclear",
      candidates: [],
      say: "It names nothing of the model: say what it is about.",
    };
  const candidates = [...subjectsAt(core, analysis)]
    .flatMap((subject) => bySubject.get(subject) ?? [])
    .map((threat) => compared(own, threat))
    .filter(({ overlap }) => overlap > 0)
    .sort((a, b) => b.overlap - a.overlap)
    .slice(0, 3);
  return { note: id, ...verdictOf(candidates, bySubject), candidates };
}

/** The subjects, with the flows at them and the entry points on them. */
function subjectsAt(core: ReadonlySet<string>, { flows, surface }: Analysis): ReadonlySet<string> {
  const out = new Set(core);
  for (const { id, from, to } of flows) if (core.has(from) || core.has(to)) out.add(id);
  for (const { id, on } of surface.entryPoints) if (core.has(on)) out.add(id);
  return out;
}

function compared(own: readonly string[], threat: Threat): MatchCandidate {
  const title = new Set(wordsOf(`${threat.title} ${threat.ruleTitle}`));
  const categories = new Set(wordsOfCategories(threat.categories));
  const words = own.filter((word) => title.has(word) || categories.has(word));
  const weight = words.reduce((sum, word) => sum + (title.has(word) ? 1 : 0.5), 0);
  return { threat: threat.id, overlap: Math.round((weight / own.length) * 100) / 100, words };
}

function verdictOf(
  [first, second]: readonly MatchCandidate[],
  bySubject: ReadonlyMap<string, readonly Threat[]>,
): Pick<NoteMatch, "verdict" | "say"> {
  if (!first || first.overlap < newBelow)
    return { verdict: "new", say: "Nothing known on the same subject speaks of it." };
  const titleOf = ({ threat }: MatchCandidate) =>
    bySubject.get(splitKey(threat)?.subject ?? "")?.find(({ id }) => id === threat)?.title;
  const share = `${Math.round(first.overlap * 100)} % of it`;
  if (first.overlap < sameFrom)
    return { verdict: "unclear", say: `“${titleOf(first)}” says ${share} (${first.words.join(", ")}).` };
  if (second && first.overlap - second.overlap < clearBy)
    return { verdict: "unclear", say: `“${titleOf(first)}” and “${titleOf(second)}” both say ${share}.` };
  return { verdict: "same", say: `“${titleOf(first)}” says ${share} (${first.words.join(", ")}).` };
}
