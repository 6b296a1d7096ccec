// Brings what a page may need later while nobody waits for it: commands and rooms are files of the server, and it may be away when they are first used.
import { commands } from "@parapet/core";

type Load = () => Promise<unknown>;

/** Loads one after another, beside the work on the page; what cannot be had now is tried again when it is used. */
export async function warm(...more: readonly Load[]): Promise<void> {
  const own = commands.filter(({ card }) => card.reads === "document").map(({ load }): Load => load);
  for (const load of [...own, ...more]) {
    await idle();
    await load().catch(() => undefined);
  }
}

function idle(): Promise<unknown> {
  return new Promise((done) =>
    typeof requestIdleCallback === "function" ? requestIdleCallback(done, { timeout: 1_000 }) : setTimeout(done, 50),
  );
}
