// Lining things up: how far each has to go, so that edges or middles meet or gaps are equal. What would cover another steps aside. Pure.
import type { Box, Point } from "@parapet/reports/dfd";

export const alignments = [
  "left",
  "centre",
  "right",
  "top",
  "middle",
  "bottom",
  "spread-across",
  "spread-down",
] as const;
export type Alignment = (typeof alignments)[number];

/** What stands close keeps this distance. */
const gap = 24;

type Boxes = Readonly<Record<string, Box>>;
type Side = "x" | "y";
const other = { x: "y", y: "x" } as const;
const sizeOf = { x: "width", y: "height" } as const;

/** How far each of the boxes goes; those that stay are left out. */
export function alignedBy(boxes: Boxes, how: Alignment): Readonly<Record<string, Point>> {
  const ids = Object.keys(boxes);
  if (ids.length < 2) return {};
  const wanted =
    how === "spread-across" ? spread(boxes, "x") : how === "spread-down" ? spread(boxes, "y") : lined(boxes, how);
  return Object.fromEntries(
    ids.flatMap((id) => {
      const [from, to] = [boxes[id] as Box, wanted[id] as Box];
      const by = { x: to.x - from.x, y: to.y - from.y };
      return by.x === 0 && by.y === 0 ? [] : [[id, by]];
    }),
  );
}

function lined(boxes: Boxes, how: Exclude<Alignment, `spread-${string}`>): Boxes {
  const side: Side = how === "left" || how === "centre" || how === "right" ? "x" : "y";
  const size = sizeOf[side];
  const all = Object.values(boxes);
  const [first, last] = [
    Math.min(...all.map((box) => box[side])),
    Math.max(...all.map((box) => box[side] + box[size])),
  ];
  const share = how === "left" || how === "top" ? 0 : how === "centre" || how === "middle" ? 0.5 : 1;
  const line = first + (last - first) * share;
  const put = Object.entries(boxes).map(([id, box]) => [id, { ...box, [side]: line - box[size] * share }] as const);
  return apart(Object.fromEntries(put), other[side]);
}

/** Along a line, in the order in which they stand: each goes on just so far that it does not cover the one before. */
function apart(boxes: Boxes, along: Side): Boxes {
  const size = sizeOf[along];
  let end = Number.NEGATIVE_INFINITY;
  return Object.fromEntries(
    inOrder(boxes, along).map(([id, box]) => {
      const at = box[along] < end ? end + gap : box[along];
      end = at + box[size];
      return [id, { ...box, [along]: at }];
    }),
  );
}

/** The first and the last stay; between all the gaps are equal, and none is closer than what stands close. */
function spread(boxes: Boxes, along: Side): Boxes {
  const size = sizeOf[along];
  const order = inOrder(boxes, along);
  const [first, last] = [order[0]?.[1] as Box, order.at(-1)?.[1] as Box];
  const filled = order.reduce((sum, [, box]) => sum + box[size], 0);
  const room = (last[along] + last[size] - first[along] - filled) / (order.length - 1);
  const step = Math.max(gap, room);
  let at = first[along];
  return Object.fromEntries(
    order.map(([id, box]) => {
      const put = { ...box, [along]: at };
      at += box[size] + step;
      return [id, put];
    }),
  );
}

function inOrder(boxes: Boxes, along: Side): readonly (readonly [string, Box])[] {
  return Object.entries(boxes).sort(([a, one], [b, two]) => one[along] - two[along] || (a < b ? -1 : 1));
}
