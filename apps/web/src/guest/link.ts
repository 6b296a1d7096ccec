// The connection of a phone: opened again when it is lost, at once when the phone wakes; what was sent and not answered is sent again.
import type { CommandCall, Problem } from "@parapet/core";
import type { FromClient, FromServer } from "@parapet/live";

/** The number of the protocol that this page speaks (a test holds it to the server's). */
export const spoken = 1;

const firstWait = 250;
const longestWait = 8_000;
/** A phone that slept keeps a dead socket: what does not answer within this is closed. */
const patience = 4_000;

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
  #socket: WebSocket | undefined;
  #wait = firstWait;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #number = 0;
  #head = 0;
  #welcomed = false;
  #over = false;

  constructor(parts: LinkParts) {
    this.#parts = parts;
    this.#open();
    for (const event of ["online", "pageshow"]) addEventListener(event, this.#wake);
    document.addEventListener("visibilitychange", this.#wake);
    setInterval(() => this.#check(), 20_000);
  }

  /** Says something about a workshop; false when there is no connection. */
  act(workshop: string, act: object): boolean {
    if (!this.#welcomed) return false;
    this.#post({ kind: "workshop", workshop, act });
    return true;
  }

  /** Sends a command; comes back with why it was not done, or with nothing. While there is no connection it waits. */
  send(title: string, call: CommandCall): Promise<readonly Problem[]> {
    this.#number += 1;
    const id = `g${this.#client}-${this.#number}`;
    const send: Send = { kind: "send", id, base: this.#head, title, calls: [call] };
    return new Promise((done) => {
      this.#waiting.set(id, { send, done });
      if (this.#welcomed) this.#post(send);
    });
  }

  #post(message: FromClient): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #open(): void {
    const socket = new WebSocket(this.#parts.url);
    let opened = false;
    this.#socket = socket;
    socket.onopen = () => {
      opened = true;
      this.#post({ kind: "hello", protocol: spoken, seen: 0 });
    };
    socket.onmessage = ({ data }) => {
      clearTimeout(this.#silence);
      this.#heard(JSON.parse(String(data)) as FromServer);
    };
    socket.onclose = ({ code, reason }) => {
      if (this.#socket !== socket) return;
      this.#welcomed = false;
      this.#parts.connected(false);
      // 4001 and so on say why nothing more is to be had here.
      if (code >= 4000 || code === 1002) this.#end(reason);
      if (this.#over) return;
      if (!opened) this.#parts.refused();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#open(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, longestWait);
    };
  }

  #heard(message: FromServer): void {
    if (message.kind === "welcome") {
      this.#head = message.head;
      this.#welcomed = true;
      this.#wait = firstWait;
      for (const { send } of this.#waiting.values()) this.#post({ ...send, base: this.#head });
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
    this.#parts.ended(say);
  }

  /** The page is looked at again: a lost connection is opened at once, one that only seems to be there is found out. */
  #wake = (): void => {
    if (this.#over || document.visibilityState === "hidden") return;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#check();
    else if (this.#socket?.readyState === WebSocket.CLOSED) {
      clearTimeout(this.#timer);
      this.#wait = firstWait;
      this.#open();
    }
  };

  #check(): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    const socket = this.#socket;
    this.#post({ kind: "ping" });
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#drop(socket), patience);
  }

  /** A dead socket says that it is closed only much later: it is left behind. */
  #drop(socket: WebSocket): void {
    if (this.#socket !== socket || this.#over) return;
    this.#socket = undefined;
    socket.close();
    this.#welcomed = false;
    this.#parts.connected(false);
    this.#open();
  }
}
