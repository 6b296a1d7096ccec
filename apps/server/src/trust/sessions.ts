// Sessions: who may speak to the workbench. A link from the terminal makes one, once; a code makes one of a guest; each can be taken away.
import { createHash, randomBytes } from "node:crypto";
import type { Permission } from "@parapet/core";
import { permissionsOfGuest } from "./guests.ts";

/** What somebody is here. */
export interface Session {
  /** Names it for people and in entries; no secret. */
  readonly id: string;
  /** A browser of the host, a program of the same user, or somebody who joined by a code. */
  readonly kind: "host" | "machine" | "guest";
  readonly guest: boolean;
  /** The claimed name of a guest; the host works as git's user. */
  readonly name: string | undefined;
  readonly may: readonly Permission[];
  /** What a guest came for: one workshop of one model. */
  readonly model?: string;
  readonly workshop?: string;
  /** When it was made, in milliseconds. */
  readonly since: number;
}

/** A session on a shelf: its secret is kept as a digest alone. */
export interface ShelvedSession {
  readonly digest: string;
  readonly session: Session;
}

/** Where sessions outlive the process, so that a page that was open goes on after a restart. */
export interface SessionShelf {
  readonly read: () => readonly ShelvedSession[];
  readonly save: (sessions: readonly ShelvedSession[]) => void;
}

/** What the person at this machine may do. */
const all: readonly Permission[] = ["read", "propose", "edit", "decide", "approve", "administer"];

/** A session is good this long. */
const lifetimes = { host: 14 * 86_400_000, guest: 12 * 3_600_000 } as const;
const mostSessions = 1_000;

export class Sessions {
  /** By the digest of the secret: who reads the memory of a list cannot use it. */
  readonly #bySecret: Map<string, Session>;
  readonly #links = new Set<string>();
  readonly #endings = new Set<(session: Session) => void>();
  readonly #shelf: SessionShelf;
  readonly #clock: () => number;
  /** The secret that programs of this user send instead of a cookie. It lies in a file that only this user reads. */
  readonly machine = newSecret();
  readonly #machineSession: Session;

  constructor(shelf: SessionShelf, clock: () => number = Date.now) {
    this.#shelf = shelf;
    this.#clock = clock;
    this.#bySecret = new Map(shelf.read().map(({ digest: key, session }) => [key, session]));
    this.#machineSession = { id: "machine", kind: "machine", guest: false, name: undefined, may: all, since: clock() };
  }

  get guests(): readonly Session[] {
    return [...this.#bySecret.values()].filter((session) => session.guest && !this.#isOver(session));
  }

  /** The secret of a link that makes one session of the host. */
  link(): string {
    const secret = newSecret();
    this.#links.add(digest(secret));
    return secret;
  }

  /** The session's secret for a link that nobody used yet. */
  enter(link: string): string | undefined {
    if (!this.#links.delete(digest(link))) return undefined;
    return this.#make({ id: newId(), kind: "host", guest: false, name: undefined, may: all, since: this.#clock() });
  }

  /** The secret of a new session of a guest. */
  join({ name, model, workshop, edit }: { name: string; model: string; workshop: string; edit: boolean }): string {
    const may = permissionsOfGuest(edit);
    return this.#make({ id: newId(), kind: "guest", guest: true, name, may, model, workshop, since: this.#clock() });
  }

  /** Whose secret it is; undefined when nobody's, or one that is over. */
  of(secret: string): Session | undefined {
    const key = digest(secret);
    if (key === digest(this.machine)) return this.#machineSession;
    const session = this.#bySecret.get(key);
    return session && !this.#isOver(session) ? session : undefined;
  }

  /** Hears of every session that is taken away. */
  onEnd(listener: (session: Session) => void): void {
    this.#endings.add(listener);
  }

  /** Takes a session away; false when there is none of this id. */
  end(id: string): boolean {
    const found = [...this.#bySecret].find(([, session]) => session.id === id);
    if (!found) return false;
    this.#bySecret.delete(found[0]);
    this.#save();
    for (const listener of this.#endings) listener(found[1]);
    return true;
  }

  #make(session: Session): string {
    const secret = newSecret();
    for (const [key, old] of this.#bySecret) if (this.#isOver(old)) this.#bySecret.delete(key);
    // The oldest go first when there are too many.
    for (const key of [...this.#bySecret.keys()].slice(0, this.#bySecret.size + 1 - mostSessions))
      this.#bySecret.delete(key);
    this.#bySecret.set(digest(secret), session);
    this.#save();
    return secret;
  }

  #isOver({ guest, since }: Session): boolean {
    return this.#clock() - since > (guest ? lifetimes.guest : lifetimes.host);
  }

  #save(): void {
    this.#shelf.save([...this.#bySecret].map(([key, session]) => ({ digest: key, session })));
  }
}

function newSecret(): string {
  return randomBytes(24).toString("base64url");
}

function newId(): string {
  return randomBytes(6).toString("hex");
}

/** Secrets are compared as digests, so that the time of a comparison tells nothing. */
function digest(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
