// The difference of two revisions line by line: the sentence, why, what became of the thing, and what to select.
import {
  type Cause,
  causes,
  type ModelDiff,
  type QuestionChange,
  type RecordChange,
  type SurfaceEntryChange,
  sectionsOf,
  type ThingChange,
  type ThreatChange,
} from "@parapet/core";
import { type Selectable, type Selection, selectable } from "../../data/selection.ts";

/** came · went · changed, as the drawing marks them. */
export type LineChange = "added" | "removed" | "changed";

export interface DiffLine {
  readonly key: string;
  readonly text: string;
  readonly cause: Cause;
  readonly change: LineChange;
  readonly selection?: Selection;
}

export interface LineSection {
  readonly title: string;
  readonly lines: readonly DiffLine[];
}

const changeOf: Readonly<Record<string, LineChange>> = {
  added: "added",
  introduced: "added",
  reopened: "added",
  new: "added",
  removed: "removed",
  gone: "removed",
  closed: "removed",
  settled: "removed",
};

/** Every difference but those of the sums, by section, in the order in which a reviewer reads. */
export function linesOf(diff: ModelDiff): readonly LineSection[] {
  const nothing: ModelDiff = {
    things: [],
    surface: { ...diff.surface, entryPoints: [] },
    threats: [],
    questions: [],
    records: [],
    risk: { ...diff.risk, byCause: {} },
  };
  const sections = new Map<string, DiffLine[]>();
  const add = (own: Partial<ModelDiff>, item: Item, selection: Selection | undefined): void => {
    const [section] = sectionsOf({ ...nothing, ...own });
    const [text] = section?.sentences ?? [];
    if (!section || text === undefined) return;
    const lines = sections.get(section.title) ?? [];
    sections.set(section.title, lines);
    const change = changeOf[item.change] ?? "changed";
    lines.push({
      key: `${section.title} ${item.id} ${lines.length}`,
      text,
      cause: item.cause,
      change,
      ...(selection && change !== "removed" ? { selection } : {}),
    });
  };
  for (const one of diff.things) add({ things: [one] }, one, thingSelection(one));
  for (const one of diff.surface.entryPoints)
    add({ surface: { ...diff.surface, entryPoints: [one] } }, one, { kind: "entry-point", id: one.id });
  for (const one of diff.threats) add({ threats: [one] }, one, { kind: "threat", id: one.id });
  for (const one of diff.questions) add({ questions: [one] }, one, { kind: "question", id: one.id });
  for (const one of diff.records) add({ records: [one] }, one, recordSelection(one));
  return [...sections].map(([title, lines]) => ({ title, lines }));
}

type Item = ThingChange | SurfaceEntryChange | ThreatChange | QuestionChange | RecordChange;

function thingSelection({ kind, id }: ThingChange): Selection | undefined {
  return (selectable as readonly string[]).includes(kind) ? { kind: kind as Selectable, id } : undefined;
}

const recordKinds: Readonly<Partial<Record<RecordChange["kind"], Selectable>>> = {
  decision: "threat",
  acceptance: "threat",
  mitigation: "mitigation",
  score: "threat",
  assignment: "threat",
  "hand-written threat": "threat",
  "owned question": "question",
};

function recordSelection({ kind, id }: RecordChange): Selection | undefined {
  const selected = recordKinds[kind];
  return selected && { kind: selected, id };
}

/** How many lines each cause has, in the order of causes. */
export function causeCounts(sections: readonly LineSection[]): readonly (readonly [Cause, number])[] {
  const all = sections.flatMap(({ lines }) => lines);
  return causes.flatMap((cause) => {
    const count = all.filter((line) => line.cause === cause).length;
    return count === 0 ? [] : [[cause, count] as const];
  });
}

/** The sections with the lines of one cause; all of them when none is chosen. */
export function linesSince(sections: readonly LineSection[], cause: Cause | undefined): readonly LineSection[] {
  if (cause === undefined) return sections;
  return sections
    .map(({ title, lines }) => ({ title, lines: lines.filter((line) => line.cause === cause) }))
    .filter(({ lines }) => lines.length > 0);
}
