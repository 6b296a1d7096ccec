// Where something new goes: the nearest free place beside what it exchanges data with, inside of its zone while there is room.
import { around, type Box, centre } from "./geometry.ts";
import { type Item, nearestFree, siblingGap } from "./room.ts";

/** What a new thing exchanges data with, where that stands. */
export interface Partner {
  readonly box: Box;
  /** True when the new thing is where data goes. */
  readonly receives: boolean;
}

/** Room for the label of a flow between two elements side by side, and for a lane between two above one another. */
const besideGap = 132;
const belowGap = 64;

/** A place for a box of this size among the items. `inner` is the part of its zone that may be used without growing it. */
export function slotFor(
  size: { readonly width: number; readonly height: number },
  partners: readonly Partner[],
  items: readonly Item[],
  inner: Box | undefined,
): Box {
  const corner = inner ?? around(items.map(({ box }) => box)) ?? { x: 0, y: 0, width: 0, height: 0 };
  const wishes = partners.length > 0 ? partners.slice(0, 6).flatMap((partner) => beside(size, partner)) : [];
  if (wishes.length === 0) {
    wishes.push(
      { ...size, x: corner.x, y: corner.y },
      { ...size, x: corner.x, y: corner.y + corner.height + belowGap },
    );
  }
  let best: Box | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [rank, wish] of wishes.entries()) {
    for (const limit of inner ? [inner, rightAndBelow(inner)] : [undefined]) {
      const place = nearestFree(wish, items, siblingGap, limit);
      if (!place) continue;
      const cost = costOf(place, wish, partners, inner) + (rank % 4) * 12;
      if (cost >= least) continue;
      best = place;
      least = cost;
    }
  }
  const { x, y } = best ?? { x: corner.x, y: corner.y + corner.height + siblingGap };
  return { ...size, x: Math.round(x), y: Math.round(y) };
}

/** A zone grows to the right and downwards for new things, so that its corner stays. */
function rightAndBelow(inner: Box): Box {
  return { x: inner.x, y: inner.y, width: 1e6, height: 1e6 };
}

/** Right of a partner that sends, left of one that receives; then below and above it. */
function beside(size: { readonly width: number; readonly height: number }, { box, receives }: Partner): readonly Box[] {
  const middle = centre(box);
  const right = { ...size, x: box.x + box.width + besideGap, y: middle.y - size.height / 2 };
  const left = { ...size, x: box.x - besideGap - size.width, y: middle.y - size.height / 2 };
  const below = { ...size, x: middle.x - size.width / 2, y: box.y + box.height + belowGap };
  const above = { ...size, x: middle.x - size.width / 2, y: box.y - belowGap - size.height };
  return receives ? [right, below, above, left] : [left, below, above, right];
}

/** Far from the wish and from its partners is dear, and making the zone larger is dearer. */
function costOf(place: Box, wish: Box, partners: readonly Partner[], inner: Box | undefined): number {
  const off = Math.abs(place.x - wish.x) + Math.abs(place.y - wish.y);
  const at = centre(place);
  let far = 0;
  for (const { box } of partners) far += Math.abs(centre(box).x - at.x) + Math.abs(centre(box).y - at.y);
  const growth = inner ? growthOf(place, inner) : 0;
  return off + far / Math.max(1, partners.length) + 2 * growth;
}

function growthOf(place: Box, inner: Box): number {
  const wider = Math.max(0, inner.x - place.x) + Math.max(0, place.x + place.width - inner.x - inner.width);
  const higher = Math.max(0, inner.y - place.y) + Math.max(0, place.y + place.height - inner.y - inner.height);
  return wider + higher;
}
