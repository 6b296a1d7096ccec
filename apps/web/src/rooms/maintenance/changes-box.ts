// The part of a drawing that holds what changed, with room round it.
import type { Box, Scene } from "@parapet/reports/dfd";

const room = 90;

/** The box round everything that came, went or changed; undefined when nothing did, or when that is nearly the whole. */
export function boxOfChanges({ shapes, paths, labels, width, height, origin }: Scene): Box | undefined {
  const moved = new Set(paths.flatMap(({ id, change }) => (change ? [id] : [])));
  const boxes: Box[] = [
    // A zone that changed is shown by its tab: its whole ground would be everything in it.
    ...shapes.flatMap(({ change, box, tab }) => (change ? [change === "changed" ? (tab ?? box) : box] : [])),
    ...labels.filter(({ of }) => moved.has(of)).map(({ box }) => box),
    ...paths.flatMap(({ change, points }) => (change ? points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })) : [])),
  ];
  if (boxes.length === 0) return undefined;
  const left = Math.max(origin.x, Math.min(...boxes.map(({ x }) => x)) - room);
  const top = Math.max(origin.y, Math.min(...boxes.map(({ y }) => y)) - room);
  const right = Math.min(origin.x + width, Math.max(...boxes.map(({ x, width: w }) => x + w)) + room);
  const bottom = Math.min(origin.y + height, Math.max(...boxes.map(({ y, height: h }) => y + h)) + room);
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  return box.width * box.height > 0.7 * width * height ? undefined : box;
}
