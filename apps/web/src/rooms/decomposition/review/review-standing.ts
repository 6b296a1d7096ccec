// Whether the diagram or the surface is reviewed as it is now, and which things are not: new, changed or gone since an engineer saw them.
import {
  changedSince,
  type Document,
  diagramDigest,
  isSpoken,
  isTeamEngineer,
  spokenBy,
  surfaceDigest,
} from "@parapet/core";

export type Reviewed = "diagram" | "surface";
type Review = NonNullable<NonNullable<Document["register"]>["reviews"]>[string];

/** A thing that nobody has reviewed as it is. */
export interface Unreviewed {
  readonly id: string;
  readonly how: "new" | "changed" | "gone";
}

export interface ReviewStanding {
  readonly what: Reviewed;
  /** The review of an engineer of the owning team since which least changed. */
  readonly last: Pick<Review, "by" | "on" | "note"> | undefined;
  /** What is not reviewed as it is: everything while there is no review. */
  readonly unreviewed: readonly Unreviewed[];
  /** How many things there are to review. */
  readonly total: number;
  /** Reviews that somebody else wrote down: they count once that person confirms them. */
  readonly said: readonly { readonly by: string; readonly recordedBy: string; readonly on: string }[];
}

const digests = { diagram: diagramDigest, surface: surfaceDigest };

/** Holds the reviews in the register against the things as they are. */
export function reviewStanding(document: Document, what: Reviewed): ReviewStanding {
  const present = digests[what](document);
  const all = Object.values(document.register?.reviews ?? {}).filter((review) => review.what === what);
  const own = all.filter((review) => !isSpoken(review) && isTeamEngineer(document, review.by));
  const [best] = own
    .map((review) => ({ review, changed: changedSince(review, present) }))
    .sort((a, b) => a.changed.length - b.changed.length || (a.review.on < b.review.on ? 1 : -1));
  const seen = best?.review.things ?? {};
  const how = (id: string): Unreviewed["how"] => {
    if (!Object.hasOwn(present.things, id)) return "gone";
    return Object.hasOwn(seen, id) ? "changed" : "new";
  };
  const changed = best ? best.changed : Object.keys(present.things);
  return {
    what,
    last: best && { by: best.review.by, on: best.review.on, ...(best.review.note && { note: best.review.note }) },
    unreviewed: changed.map((id) => ({ id, how: how(id) })),
    total: Object.keys(present.things).length,
    said: all.filter(isSpoken).map((review) => {
      const { by, recorded } = spokenBy(review);
      return { by, recordedBy: recorded, on: review.on };
    }),
  };
}
