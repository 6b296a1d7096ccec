// The register in parts: open, asked, on somebody's word, let stand, settled; each in reading order with its sums.
import { placeOf, type Threat } from "@parapet/core";

export const registerPlaces = ["open", "asked", "claimed", "accepted", "addressed"] as const;
export type RegisterPlace = (typeof registerPlaces)[number];

export interface RegisterPart {
  readonly place: RegisterPlace;
  readonly threats: readonly Threat[];
  /** Of open and asked ones the risk as it is; of the others what it was before any control. */
  readonly risk: number;
}

/** What still needs somebody: with these alone the register is what people act on. */
export const livePlaces: readonly RegisterPlace[] = ["open", "asked", "claimed"];

/** The parts that are wanted. Open and asked stand there even when they are empty: neither goes without the other. */
export function registerParts(threats: readonly Threat[], wanted: readonly RegisterPlace[]): readonly RegisterPart[] {
  const byPlace = new Map<RegisterPlace, Threat[]>(wanted.map((place) => [place, []]));
  for (const threat of threats) {
    const place = placeOf(threat);
    if (place) byPlace.get(place)?.push(threat);
  }
  return wanted.flatMap((place): readonly RegisterPart[] => {
    const own = byPlace.get(place) ?? [];
    if (own.length === 0 && place !== "open" && place !== "asked") return [];
    const live = place === "open" || place === "asked";
    return [
      { place, threats: own, risk: own.reduce((sum, { current, inherent }) => sum + (live ? current : inherent), 0) },
    ];
  });
}
