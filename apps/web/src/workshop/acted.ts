// What an act makes of the part of a workshop that lives in memory. Pure: the clock is an argument.
import type { Act, Live } from "./live.ts";

/** The state after an act; one that does not apply changes nothing. */
export function acted(live: Live, what: Act, now: number): Live {
  switch (what.kind) {
    case "part":
      return { ...live, now, part: what.to, since: now };
    case "open":
      return { ...live, now, open: what.open };
    case "pass":
      return { ...live, now, passed: with_(live.passed, what.question) };
    case "settle":
      return { ...live, now, offers: live.offers.filter(({ question }) => question !== what.question) };
    case "spoke":
      return { ...live, now, spoke: with_(live.spoke, what.who) };
    case "call-vote":
      return { ...live, now, vote: { threat: what.threat, factor: what.factor, count: 0, voted: [] } };
    case "clear-vote": {
      const { vote: _, ...rest } = live;
      return { ...rest, now };
    }
    default:
      return voted(live, what, now);
  }
}

/** Cards that the facilitator lays down for the room: values are kept apart until they are turned over. */
function voted(live: Live, what: Act, now: number): Live {
  const { vote } = live;
  if (!vote || vote.turned) return { ...live, now };
  if (what.kind === "card") {
    const laid = [...laidCards(live), what.value];
    return remember({ ...live, now, vote: { ...vote, count: laid.length } }, laid);
  }
  if (what.kind !== "turn") return { ...live, now };
  return { ...live, now, vote: { ...vote, turned: { votes: [...laidCards(live)].sort((a, b) => a - b), at: now } } };
}

const cards = new WeakMap<Live, readonly number[]>();
const byVote = new Map<string, readonly number[]>();

function keyOf({ vote }: Live): string {
  return `${vote?.threat} ${vote?.factor}`;
}

function laidCards(live: Live): readonly number[] {
  return cards.get(live) ?? (live.vote?.count === 0 ? [] : (byVote.get(keyOf(live)) ?? []));
}

function remember(live: Live, laid: readonly number[]): Live {
  cards.set(live, laid);
  byVote.set(keyOf(live), laid);
  return live;
}

function with_(list: readonly string[], one: string): readonly string[] {
  return list.includes(one) ? list : [...list, one];
}
