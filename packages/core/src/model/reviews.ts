// How a review is written down: who saw what, by its digest, so that what changed since can be named.
import { apply } from "./apply.ts";
import type { Change } from "./changes.ts";
import type { CommandContext } from "./command.ts";
import { diagramDigest, surfaceDigest, type ThingsDigest } from "./digest.ts";
import type { Document } from "./document.ts";
import { edit, put, remove, set, without } from "./edits.ts";
import { slug } from "./ids.ts";
import type { Review } from "./register.ts";
import { isSpoken, type Speaking, speaking } from "./spoken.ts";

/** The register's key of a person's review or sign-off of something: each person has one per thing, and one that they only said. */
function reviewKey(what: string, { by, "recorded-by": recorded }: Speaking): string {
  return `${what}-${recorded === undefined ? "by" : "said-by"}-${slug(by) || "someone"}`
    .slice(0, 80)
    .replace(/-+$/, "");
}

/**
 * The operations that write an entry of a person down under its key. Done by themselves it takes the place of what they only said;
 * only said it adds nothing to what they did themselves and saw the same.
 */
export function recorded<T extends { readonly digest: string }>(
  collection: "reviews" | "sign-offs",
  what: string,
  who: Speaking,
  value: T,
  { document }: Pick<CommandContext, "document">,
): readonly Change[] {
  const entries = document.register?.[collection] ?? {};
  const own = entries[reviewKey(what, { by: who.by })];
  const place = `register.${collection}`;
  if (who["recorded-by"] !== undefined)
    return own?.digest === value.digest && !isSpoken(own) ? [] : [put(place, reviewKey(what, who), value)];
  const said = reviewKey(what, { by: who.by, "recorded-by": who.by });
  return [...(Object.hasOwn(entries, said) ? [remove(place, said)] : []), put(place, reviewKey(what, who), value)];
}

/** Records a review by the author, or what another person said of it. */
export function recordReview(
  what: Review["what"],
  seen: ThingsDigest,
  given: { readonly note?: string | undefined; readonly "said-by"?: string | undefined },
  context: CommandContext,
): readonly Change[] {
  const who = speaking(context, given["said-by"]);
  const review: Review = {
    what,
    ...who,
    on: context.now,
    digest: seen.digest,
    things: { ...seen.things },
    ...without({ note: given.note }),
  };
  return recorded("reviews", what, who, review, context);
}

/** The reviews of something that people did themselves, or those that they only said. */
export function reviewsOf(document: Document, what: Review["what"], how: "done" | "said"): readonly Review[] {
  return Object.values(document.register?.reviews ?? {}).filter(
    (review) => review.what === what && isSpoken(review) === (how === "said"),
  );
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
