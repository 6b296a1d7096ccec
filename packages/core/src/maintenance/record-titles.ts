// What the records of people's work are about, as people call it: the threat, the mitigation, the question, the person.
import type { RecordChange } from "./model-diff.ts";
import type { Revision } from "./side.ts";

const ofThreats: ReadonlySet<RecordChange["kind"]> = new Set([
  "decision",
  "acceptance",
  "score",
  "assignment",
  "hand-written threat",
]);

/** The changes with the titles of what they are about, as it is called now, else as it was; without one where the id is all there is. */
export function titled(changes: readonly RecordChange[], before: Revision, after: Revision): readonly RecordChange[] {
  const wanted = new Set(changes.flatMap(({ kind, id }) => (ofThreats.has(kind) ? [id] : [])));
  const threats = new Map([...threatTitles(before, wanted), ...threatTitles(after, wanted)]);
  return changes.map((change) => {
    const title = ofThreats.has(change.kind)
      ? threats.get(change.id)
      : (titleIn(change, after) ?? titleIn(change, before));
    return title === undefined || title === change.id ? change : { ...change, title };
  });
}

function titleIn({ kind, id }: RecordChange, { analysis, document }: Revision): string | undefined {
  if (kind === "mitigation") return analysis.mitigations.find((one) => one.id === id)?.title;
  if (kind === "owned question") return analysis.questions.find((one) => one.id === id)?.text;
  if (kind !== "person") return undefined;
  const people = document.people?.people ?? {};
  return Object.hasOwn(people, id) ? people[id]?.name : undefined;
}

function threatTitles({ analysis }: Revision, wanted: ReadonlySet<string>): ReadonlyMap<string, string> {
  if (wanted.size === 0) return new Map();
  return new Map(analysis.threats.flatMap(({ id, title }) => (wanted.has(id) ? [[id, title] as const] : [])));
}
