// How a review is written down: who saw what, by its digest, so that what changed since can be named.
import { apply } from "./apply.ts";
import type { Change } from "./changes.ts";
import type { CommandContext } from "./command.ts";
import { diagramDigest, surfaceDigest, type ThingsDigest } from "./digest.ts";
import type { Document } from "./document.ts";
import { edit, put, set, without } from "./edits.ts";
import { slug } from "./ids.ts";
import type { Review } from "./register.ts";

/** The register's key of a person's review of something: each person has one per thing reviewed. */
export function reviewKey(what: string, person: string): string {
  return `${what}-by-${slug(person) || "someone"}`.slice(0, 80).replace(/-+$/, "");
}

/** Records a review by the author, or what another person said of it. */
export function recordReview(
  what: Review["what"],
  seen: ThingsDigest,
  given: { readonly note?: string | undefined; readonly "said-by"?: string | undefined },
  { by, now }: CommandContext,
): Change {
  const speaker = given["said-by"];
  const review: Review = {
    what,
    by,
    on: now,
    digest: seen.digest,
    things: { ...seen.things },
    ...without({
      note: given.note,
      said: speaker === undefined || speaker === by ? undefined : { by: speaker, recorded: by },
    }),
  };
  return put("register.reviews", reviewKey(what, speaker ?? by), review);
}

/**
 * Answers that fill gaps void no review: the reviews of the diagram and the surface that had seen a thing as it was until now
 * see it as these operations leave it. `filled` are the things whose gaps the operations fill.
 */
export function carryReviews(
  document: Document,
  operations: readonly Change[],
  filled: ReadonlySet<string>,
): readonly Change[] {
  const reviews = Object.entries(document.register?.reviews ?? {});
  if (filled.size === 0 || reviews.length === 0) return [];
  const after = apply(document, edit(document, operations));
  const digests = { diagram: diagramDigest, surface: surfaceDigest };
  return Object.entries(digests).flatMap(([what, digest]) => {
    const old = digest(document).things;
    const now = digest(after).things;
    const moved = [...filled].filter((id) => now[id] !== undefined && old[id] !== now[id]);
    return reviews.flatMap(([key, review]) =>
      moved.flatMap((id) =>
        review.what === what && review.things?.[id] === old[id]
          ? [set("register.reviews", key, ["things", id], now[id])]
          : [],
      ),
    );
  });
}
