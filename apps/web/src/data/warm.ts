// Brings what a page may need later while nobody waits for it: commands and rooms are files of the server, and it may be away when they are first used.
import { commands } from "@parapet/core";

/** The mark of when this began: what came before it is what the page itself needed. */
const warmed = "parapet-warm";

type Load = () => Promise<unknown>;

/** So many at once: each is small, and the page has other things to do between them. */
const atOnce = 8;

/** Loads beside the work on the page, and says on the page when all is there; what cannot be had now is tried again when it is used. */
export async function warm(...more: readonly Load[]): Promise<void> {
  const own = commands.filter(({ card }) => card.reads === "document").map(({ load }): Load => load);
  const all = [...more, ...own];
  await idle();
  performance.mark(warmed);
  for (let i = 0; i < all.length; i += atOnce) {
    await idle();
    await Promise.allSettled(all.slice(i, i + atOnce).map((load) => load()));
  }
  document.documentElement.dataset.whole = "";
}

function idle(): Promise<unknown> {
  return new Promise((done) =>
    typeof requestIdleCallback === "function" ? requestIdleCallback(done, { timeout: 1_000 }) : setTimeout(done, 50),
  );
}
