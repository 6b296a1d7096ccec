// Watches the files of a model: events where the system gives them, and a look at their stamps where it does not.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { layerNames, layers } from "@parapet/core";
import { type FSWatcher, watch } from "chokidar";

export interface WatcherParts {
  /** The folder that holds model.yaml. */
  readonly folder: string;
  /** The folder in which git keeps what is checked out. */
  readonly git: string | undefined;
  /** A file of the model may have changed, or another commit is checked out. */
  readonly changed: () => void;
  /** Some time went by. */
  readonly polled?: () => void;
  /** False on a file system whose events cannot be trusted: then stamps alone tell. */
  readonly events?: boolean;
  /** A rule, fact or control of the organisation's own may have changed. */
  readonly knowledge: () => void;
  /** What waits in proposals may be more, less or other: a command line puts them there without asking anybody. */
  readonly proposals?: () => void;
}

/** Editors write in several steps: what comes within this time is one change. */
const settleMs = 120;
/** So often stamps are compared, for file systems that give no events. */
const pollMs = 2_000;

export class Watcher {
  readonly #parts: WatcherParts;
  readonly #events: FSWatcher;
  readonly #poll: NodeJS.Timeout;
  readonly #paths: readonly string[];
  #stamps: string;
  #waiting: string;
  #settle: NodeJS.Timeout | undefined;
  #rules: NodeJS.Timeout | undefined;

  constructor(parts: WatcherParts) {
    const { folder, git } = parts;
    this.#parts = parts;
    const files = layerNames.map((layer) => join(folder, layers[layer].file));
    const commits = git === undefined ? [] : [join(git, "HEAD"), join(git, "logs/HEAD")];
    this.#paths = [...files, ...commits];
    this.#stamps = this.#look();
    this.#waiting = this.#lookAtProposals();
    // The folder and not its files: an editor that renames a new file into place ends what watches the old one.
    this.#events = watch(parts.events === false ? [] : [folder, ...commits], {
      ignoreInitial: true,
      depth: 3,
      ignored: (path) => path !== folder && path.startsWith(join(folder, ".parapet")),
    });
    this.#events.on("all", (_event, path) => this.#event(path));
    this.#events.on("error", () => undefined);
    this.#poll = setInterval(() => this.#compare(), pollMs);
    this.#poll.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#poll);
    clearTimeout(this.#settle);
    clearTimeout(this.#rules);
    await this.#events.close();
  }

  #event(path: string): void {
    const own = join(this.#parts.folder, "knowledge");
    if (path.startsWith(own) && !this.#paths.includes(path)) {
      clearTimeout(this.#rules);
      this.#rules = setTimeout(this.#parts.knowledge, settleMs);
    } else this.#changed();
  }

  #compare(): void {
    this.#parts.polled?.();
    const waiting = this.#lookAtProposals();
    if (waiting !== this.#waiting) {
      this.#waiting = waiting;
      this.#parts.proposals?.();
    }
    const stamps = this.#look();
    if (stamps === this.#stamps) return;
    this.#stamps = stamps;
    this.#changed();
  }

  #changed(): void {
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => this.#settled(Date.now()), settleMs);
  }

  /** git writes the files first and says last what is checked out: while it works, it holds its lock. */
  #settled(since: number): void {
    const { git, changed } = this.#parts;
    const busy = git !== undefined && statSync(join(git, "index.lock"), { throwIfNoEntry: false }) !== undefined;
    if (busy && Date.now() - since < 30 * settleMs) this.#settle = setTimeout(() => this.#settled(since), settleMs);
    else {
      this.#stamps = this.#look();
      changed();
    }
  }

  #look(): string {
    return this.#paths.map(stampOf).join("\n");
  }

  /** Which proposals wait, and the stamp of each. They are few and come seldom: looking now and then is enough. */
  #lookAtProposals(): string {
    const folder = join(this.#parts.folder, ".parapet", "proposals");
    try {
      const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
      return names.map((name) => `${name} ${stampOf(join(folder, name))}`).join("\n");
    } catch {
      return "";
    }
  }
}

/** Size, time and number of a file; nothing where there is none. */
function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeMs} ${stat.ino}` : "";
}
