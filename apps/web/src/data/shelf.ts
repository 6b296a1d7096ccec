// What waits for the server outlives the page: kept per tab in IndexedDB, and taken over from tabs that are gone.
import type { Shelf, TrayItem, Waiting } from "@parapet/live";
import { createStore, del, entries, set } from "idb-keyval";

export interface Kept {
  readonly waiting: readonly Waiting[];
  readonly tray: readonly TrayItem[];
}

const store = createStore("parapet", "shelf");
const aliveKey = (client: string) => `parapet.alive.${client}`;
/** A tab says that it lives this often; one that was silent for three times as long is gone. */
const heartbeat = 2_000;

/** Names this tab for as long as it lives, over reloads: what it keeps is kept under this name. */
export function clientOfTab(): string {
  const known = sessionStorage.getItem("parapet.client");
  if (known) return known;
  const name = letters(12);
  sessionStorage.setItem("parapet.client", name);
  return name;
}

/** Names one life of a tab's page: ids of what it sends begin with it, and count from 1 after each reload, or in a copy of the tab. */
export function lifeOfPage(client: string): string {
  return client + letters(8);
}

function letters(count: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(count));
  return [...bytes].map((byte) => (byte % 36).toString(36)).join("");
}

/** Says that this tab lives, so that no other takes what it keeps. */
export function stayAlive(client: string): void {
  const say = () => localStorage.setItem(aliveKey(client), String(Date.now()));
  say();
  setInterval(say, heartbeat);
}

/** A shelf of one tab for one model. `full` hears why the browser has no room left, and when all that waits is kept again. */
export function shelfOf(model: string, client: string, full: (reason: string | undefined) => void): Shelf {
  const key = `${model}/${client}`;
  return {
    save: (waiting, tray) => {
      const empty = waiting.length === 0 && tray.length === 0;
      const done = empty ? del(key, store) : set(key, { waiting, tray } satisfies Kept, store);
      done.then(
        () => full(undefined),
        (error: Error) => full(error.message),
      );
    },
  };
}

/** What this tab kept before it was loaded, with what tabs that are gone left behind: that goes to the tray's list in their order. */
export async function keptFor(model: string, client: string): Promise<Kept> {
  try {
    const all = (await entries<string, Kept>(store)).filter(([key]) => key.startsWith(`${model}/`));
    const mine = all.filter(([key]) => key === `${model}/${client}` || isGone(key.slice(model.length + 1)));
    for (const [key] of mine) if (key !== `${model}/${client}`) await del(key, store);
    return {
      waiting: mine.flatMap(([, { waiting }]) => waiting),
      tray: mine.flatMap(([, { tray }]) => tray),
    };
  } catch {
    return { waiting: [], tray: [] };
  }
}

function isGone(client: string): boolean {
  const last = Number(localStorage.getItem(aliveKey(client)) ?? 0);
  return Date.now() - last > 3 * heartbeat;
}
