// Where a line that lies over the room leaves free what somebody types in: at its lower edge, else at the upper one. Pure.

/** A place on the page, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Side = "bottom" | "top";

/** The line keeps so far from the edge of the room, in pixels. */
const margin = 12;

/** The side on which the line covers least: not the field, and if it can be not the form about the field. */
export function clearSide(
  room: Box,
  line: { readonly width: number; readonly height: number },
  [field, form]: readonly [field: Box, form: Box],
): Side {
  const middle = (room.left + room.right) / 2;
  const across = { left: middle - line.width / 2, right: middle + line.width / 2 };
  const low: Box = { ...across, top: room.bottom - margin - line.height, bottom: room.bottom - margin };
  const high: Box = { ...across, top: room.top + margin, bottom: room.top + margin + line.height };
  if (meet(low, field)) return meet(high, field) ? "bottom" : "top";
  return meet(low, form) && !meet(high, form) ? "top" : "bottom";
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
