// How a review is written down: who saw what, by its digest, so that what changed since can be named.
import type { Change } from "./changes.ts";
import type { CommandContext } from "./command.ts";
import type { ThingsDigest } from "./digest.ts";
import { put, without } from "./edits.ts";
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
