// What a workshop keeps of the answers given in it: what was asked, what was said and by whom, and which threats waited for it.
import type { Analysis, Threat } from "../analysis/result.ts";
import type { Answer } from "../model/answers.ts";
import { byCodeUnit, type Change } from "../model/changes.ts";
import type { CommandContext } from "../model/command.ts";
import type { Document } from "../model/document.ts";
import { set, without } from "../model/edits.ts";
import { speaking } from "../model/spoken.ts";
import { threatMeant } from "../model/threats.ts";
import type { Status } from "../model/vocabulary.ts";
import type { RoomAnswer } from "../model/workshop.ts";

/** Answers to questions, and the workshop in which they fell. */
interface Given extends Answer {
  readonly ids: readonly string[];
  readonly workshop?: string | undefined;
}

/** Writes the answers into the workshop; nothing outside of one. */
export function answeredIn(given: Given, context: CommandContext): readonly Change[] {
  const { ids, value, when, workshop } = given;
  if (workshop === undefined) return [];
  const asked = askedOf(context.analysis(), new Set(ids));
  return ids.map((question) => {
    const { text, threats = [] } = asked.get(question) ?? {};
    const said = { asked: text, value, when, ...speaking(context, given["said-by"]) };
    const waited = threats.length > 0 ? { threats: threats.slice(0, 2000) } : {};
    return set("register.workshops", workshop, ["answered", question], without({ ...said, ...waited }));
  });
}

/** The words of questions and the threats that wait for them; those that are not asked are missing. Linear. */
function askedOf(
  { questions, threats }: Analysis,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, { readonly text: string; readonly threats: readonly string[] }> {
  const asked = new Map<string, { text: string; threats: string[] }>();
  for (const { id, text } of questions) if (wanted.has(id)) asked.set(id, { text, threats: [] });
  for (const { id, asks = [] } of threats) for (const at of asks) asked.get(questions[at]?.id ?? "")?.threats.push(id);
  return asked;
}

/** How the threats that waited for an answer stand now. */
export interface CameOf {
  /** Status → how many; `gone` are raised no more. */
  readonly counts: ReadonlyMap<Status | "gone", number>;
  /** Those that are open, those first that have most risk. */
  readonly open: readonly Threat[];
}

/** What came of an answer: the threats that waited for it, as they stand now, under whatever id their things have now. */
export function cameOf(
  { threats = [] }: Pick<RoomAnswer, "threats">,
  document: Document,
  threat: (id: string) => Threat | undefined,
): CameOf {
  const counts = new Map<Status | "gone", number>();
  const open: Threat[] = [];
  for (const id of threats) {
    const now = threat(threatMeant(document, id));
    const status = now?.status ?? "gone";
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if (now?.status === "open") open.push(now);
  }
  open.sort((a, b) => b.current - a.current || byCodeUnit(a.id, b.id));
  return { counts: new Map([...counts].sort(([a], [b]) => byCodeUnit(a, b))), open };
}
