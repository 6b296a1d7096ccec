// What people said about things, as marks on the diagram: how much is open on each, and where its mark stands. Pure.
import { commentsOn, type Document, modelSubject, type NamedComment } from "@parapet/core";
import type { Box, Point } from "@parapet/reports/dfd";
import type { Drawing } from "../scene/use-drawing.ts";

/** Comments on one thing that nobody settled yet. */
export interface NoteMark {
  readonly on: string;
  readonly count: number;
  /** The first of them, for a look without opening it. */
  readonly text: string;
  readonly at: Point;
}

/** A note about no thing, pinned to a place. */
export interface PinnedNote {
  readonly note: NamedComment;
  readonly at: Point;
}

/** The marks of a diagram: at the upper right corner of what they are about, at the end of a zone's tab, at a flow's label. */
export function noteMarks(
  document: Document,
  { layout, scene }: Pick<Drawing, "layout" | "scene">,
): readonly NoteMark[] {
  const open = commentsOn(document).filter(({ resolved, "reply-to": reply }) => !resolved && reply === undefined);
  const byThing = new Map<string, NamedComment[]>();
  for (const comment of open) byThing.set(comment.on, [...(byThing.get(comment.on) ?? []), comment]);
  const shapes = new Map(scene.shapes.map((shape) => [shape.id, shape]));
  const labels = new Map(scene.labels.map(({ of, box }) => [of, box]));
  return [...byThing].flatMap(([on, [first, ...others]]) => {
    const shape = shapes.get(on);
    const box: Box | undefined = shape ? (shape.tab ?? layout.elements[on] ?? shape.box) : labels.get(on);
    if (!box || !first) return [];
    return [{ on, count: 1 + others.length, text: first.text, at: { x: box.x + box.width, y: box.y } }];
  });
}

/** Notes that are pinned to the ground: about the model as a whole. */
export function pinnedNotes(document: Document, { layout }: Pick<Drawing, "layout">): readonly PinnedNote[] {
  return commentsOn(document, modelSubject).flatMap((note) => {
    if (note.resolved || note["reply-to"] !== undefined || !note.pin) return [];
    const { in: zone, x, y } = note.pin;
    const origin = zone === undefined ? { x: 0, y: 0 } : (layout.origins?.[zone] ?? layout.zones[zone]);
    return origin ? [{ note, at: { x: origin.x + x, y: origin.y + y } }] : [];
  });
}

/** A place on the ground as a pin: from the corner of the zone that is there. */
export function pinAt({ layout }: Pick<Drawing, "layout">, at: Point, zone: string | undefined) {
  const origin = zone === undefined ? { x: 0, y: 0 } : (layout.origins?.[zone] ?? layout.zones[zone] ?? { x: 0, y: 0 });
  return { ...(zone !== undefined && { in: zone }), x: Math.round(at.x - origin.x), y: Math.round(at.y - origin.y) };
}
