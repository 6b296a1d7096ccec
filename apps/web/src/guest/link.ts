// What a phone says and hears of a workshop: what was sent and not answered is sent again when the connection is back.
import type { CommandCall, Problem } from "@parapet/core";
import type { FromClient, FromServer } from "@parapet/live";
import { Connection, type Lost } from "../data/connection.ts";

/** The number of the protocol that this page speaks (a test holds it to the server's). */
export const spoken = 1;

type Told = Extract<FromServer, { kind: "workshop" }>;
type Send = Extract<FromClient, { kind: "send" }>;

export interface LinkParts {
  readonly url: string;
  /** Everything that is said of a workshop. */
  readonly told: (message: Told) => void;
  readonly connected: (is: boolean) => void;
  /** It does not come back by itself: somebody was sent out, or the door was closed with a reason. */
  readonly ended: (say: string) => void;
  /** The connection was refused: perhaps this session is none any more. */
  readonly refused: () => void;
}

export class Link {
  readonly #parts: LinkParts;
  readonly #client = [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => (byte % 36).toString(36)).join("");
  /** What was sent and not answered, by id. */
  readonly #waiting = new Map<string, { readonly send: Send; readonly done: (problems: readonly Problem[]) => void }>();
  readonly #connection: Connection;
  #number = 0;
  #head = 0;
  #welcomed = false;
  #over = false;

  constructor(parts: LinkParts) {
    this.#parts = parts;
    this.#connection = new Connection({
      url: parts.url,
      opened: () => this.#connection.post({ kind: "hello", protocol: spoken, seen: 0 }),
      heard: (message) => this.#heard(message),
      lost: (lost) => this.#lost(lost),
    });
  }

  /** Says something about a workshop; false when there is no connection. */
  act(workshop: string, act: object): boolean {
    if (!this.#welcomed) return false;
    this.#connection.post({ kind: "workshop", workshop, act });
    return true;
  }

  /** Sends a command; comes back with why it was not done, or with nothing. While there is no connection it waits. */
  send(title: string, call: CommandCall): Promise<readonly Problem[]> {
    this.#number += 1;
    const id = `g${this.#client}-${this.#number}`;
    const send: Send = { kind: "send", id, base: this.#head, title, calls: [call] };
    return new Promise((done) => {
      this.#waiting.set(id, { send, done });
      if (this.#welcomed) this.#connection.post(send);
    });
  }

  #lost({ code, reason, stood }: Lost): void {
    this.#welcomed = false;
    if (this.#over) return;
    this.#parts.connected(false);
    // 4001 and so on say why nothing more is to be had here.
    if (code >= 4000 || code === 1002) this.#end(reason);
    else if (!stood) this.#parts.refused();
  }

  #heard(message: FromServer): void {
    if (message.kind === "welcome") {
      this.#head = message.head;
      this.#welcomed = true;
      for (const { send } of this.#waiting.values()) this.#connection.post({ ...send, base: this.#head });
      this.#parts.connected(true);
    } else if (message.kind === "workshop") this.#parts.told(message);
    else if (message.kind === "removed") this.#end(message.say);
    else if (message.kind === "refused") this.#answered(message.id, message.problems);
    else if (message.kind === "unchanged") this.#answered(message.id, []);
    else if (message.kind === "entry") {
      this.#head = message.entry.seq;
      this.#answered(message.entry.id, []);
    }
  }

  #answered(id: string, problems: readonly Problem[]): void {
    this.#waiting.get(id)?.done(problems);
    this.#waiting.delete(id);
  }

  #end(say: string): void {
    if (this.#over) return;
    this.#over = true;
    this.#connection.end();
    this.#parts.ended(say);
  }
}
