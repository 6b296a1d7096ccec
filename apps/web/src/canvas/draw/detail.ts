// What is worth drawing at a zoom, and what part of the scene is near enough to be drawn at all. Pure.
import { type Box, type Drawn, drawFace, type Ink, overlaps, type SceneShape, textWidth } from "@parapet/reports/dfd";

/** far: forms and where the heat is; middle: names and counts of things; near: what flows too. */
export type Detail = "far" | "middle" | "near";

/** Below these zooms nobody can read the names of things, and of flows; where flows are few, nothing is won by leaving them out earlier. */
const readable = { things: 0.28, flows: 0.4 } as const;
const few = 150;

export function detailAt(zoom: number, flows: number): Detail {
  if (zoom < readable.things) return "far";
  return zoom < readable.flows && flows > few ? "middle" : "near";
}

/** A part of the scene, told coarsely, so that a small pan stays within the same one. */
export type Seen = string & { readonly seen: true };

/** The part that a viewport shows, with as much room round it as it takes until the next one is asked for. */
export function seenAt(
  [x, y, zoom]: readonly [number, number, number],
  { width, height }: { readonly width: number; readonly height: number },
): Seen {
  const step = 2 ** Math.ceil(Math.log2(Math.max(width, height, 1) / zoom / 2));
  const low = (at: number) => Math.floor(at / step - 0.25) * step;
  const high = (at: number) => Math.ceil(at / step + 0.25) * step;
  const [left, top] = [low(-x / zoom), low(-y / zoom)];
  const [right, bottom] = [high((width - x) / zoom), high((height - y) / zoom)];
  return `${left} ${top} ${right - left} ${bottom - top}` as Seen;
}

/** The part of the scene as a box. */
export function boxSeen(seen: Seen): Box {
  const [x = 0, y = 0, width = 0, height = 0] = seen.split(" ").map(Number);
  return { x, y, width, height };
}

/** How far apart the dots behind the diagram are: never closer on the screen than can be told apart at a glance. They are dear to draw with every pan. */
export function gapAt(zoom: number, flows: number): number | undefined {
  if (zoom < readable.things || flows > few) return undefined;
  return 24 * 2 ** Math.max(0, Math.ceil(Math.log2(18 / (24 * zoom))));
}

/** How large words are drawn that are to be read from far: they grow as the picture shrinks, in a few steps. */
export function farSize(zoom: number): number {
  return 14 * 2 ** Math.ceil(Math.log2(1 / Math.max(zoom, 0.01)) - 0.25);
}

/** The names of zones seen from far, as large as they can be read there: outer ones first, each where it has the room and covers no other. */
export function farFaces(zones: readonly SceneShape[], size: number): readonly Drawn[] {
  const taken: Box[] = [];
  return zones.flatMap((zone) => {
    const face = farFace(zone, zone.depth === 0 ? size : size * 0.75);
    if (!face || taken.some((box) => overlaps(box, face.box))) return [];
    taken.push(face.box);
    return [face.form];
  });
}

function farFace({ box, title }: SceneShape, size: number): { readonly box: Box; readonly form: Drawn } | undefined {
  const own = { size: 11, bold: true };
  const width = (textWidth(title, own) * size) / own.size;
  if (width + size > box.width || size * 1.6 > box.height) return undefined;
  const at = { x: box.x + size / 2, y: box.y + size * 1.2 };
  return {
    box: { x: at.x, y: at.y - size, width, height: size * 1.3 },
    form: { is: "text", text: title, at, size, weight: 600, anchor: "start", fill: "accent" },
  };
}

const strip = 18;

/** Where the heat is on an element that is too far for its counts: one strip, solid where threats are open, hatched where they are asked. */
function farHeat(shape: SceneShape): readonly Drawn[] {
  const badge = shape.badges[0];
  if (!badge) return [];
  const { x, y, width, height } = shape.box;
  const ink: Ink = badge.kind === "open" ? `tier-${badge.tier}` : `hatch-${badge.tier}`;
  return [{ is: "box", round: 0, box: { x, y: y + height - strip, width, height: strip }, fill: ink }];
}

/** What stands on an element at a level of detail. */
export function faceAt(shape: SceneShape, detail: Detail): readonly Drawn[] {
  return detail === "far" ? farHeat(shape) : drawFace(shape);
}
