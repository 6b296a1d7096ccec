// Sessions: who may speak to the workbench. A link from the terminal makes one, once; each can be taken away.
import { createHash, randomBytes } from "node:crypto";
import type { Permission } from "@parapet/core";

/** What somebody is here. */
export interface Session {
  /** Names it for people and in entries; no secret. */
  readonly id: string;
  /** A browser of the host, a program of the same user, or somebody who joined by a link. */
  readonly kind: "host" | "machine" | "guest";
  /** The host works as git's user; a guest's name is a claim. */
  readonly guest: boolean;
  /** The claimed name of a guest. */
  readonly name: string | undefined;
  readonly may: readonly Permission[];
}

/** What the person at this machine may do. */
const all: readonly Permission[] = ["read", "propose", "edit", "decide", "approve", "administer"];

export class Sessions {
  /** By the digest of the secret: who reads the memory of a list cannot use it. */
  readonly #bySecret = new Map<string, Session>();
  readonly #links = new Set<string>();
  readonly #endings = new Set<(session: Session) => void>();
  readonly #machine = randomBytes(24).toString("base64url");

  /** The secret that programs of this user send instead of a cookie. It lies in a file that only this user reads. */
  get machine(): string {
    return this.#machine;
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
    return this.#make({ id: newId(), kind: "host", guest: false, name: undefined, may: all });
  }

  /** Whose secret it is; undefined when nobody's, or one that was taken away. */
  of(secret: string): Session | undefined {
    const key = digest(secret);
    if (key === digest(this.#machine))
      return { id: "machine", kind: "machine", guest: false, name: undefined, may: all };
    return this.#bySecret.get(key);
  }

  /** Hears of every session that ends; gives what ends the hearing. */
  onEnd(listener: (session: Session) => void): () => void {
    this.#endings.add(listener);
    return () => this.#endings.delete(listener);
  }

  /** Takes a session away; false when there is none of this id. */
  end(id: string): boolean {
    const found = [...this.#bySecret].find(([, session]) => session.id === id);
    if (!found) return false;
    this.#bySecret.delete(found[0]);
    for (const listener of this.#endings) listener(found[1]);
    return true;
  }

  #make(session: Session): string {
    const secret = newSecret();
    this.#bySecret.set(digest(secret), session);
    return secret;
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
