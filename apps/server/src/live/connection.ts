// One connection to a room: what the client says goes to the room, what the room accepts goes to the client.
import {
  type Entry,
  type FromClient,
  type FromServer,
  type Outcome,
  type Presence,
  protocol,
  type Sender,
  type You,
} from "@parapet/live";
import type { WebSocket } from "ws";
import type { OpenModel } from "../models/open-model.ts";
import { waitingIn } from "../models/waiting.ts";
import type { Session } from "../trust/sessions.ts";
import { Pace, readFrame } from "./frames.ts";
import type { Hall } from "./hall.ts";

/** A client that reads slower than this many bytes are waiting for it is let go; it comes back and catches up. */
const mostWaiting = 32 * 1024 * 1024;

/** Presence of a running drag comes with every frame of a screen; commands come from hands. */
const pace = { perSecond: 120, most: 600 } as const;

interface ConnectionParts {
  readonly socket: WebSocket;
  readonly session: Session;
  readonly id: string;
  readonly whole: boolean;
  readonly model: OpenModel;
  readonly hall: Hall;
}

export class Connection {
  readonly session: Session;
  /** True when the model may go over this connection; else it hears of its workshop, and of what became of its own. */
  readonly whole: boolean;
  /** Names this connection for the others: the session with a number, since a person may have several tabs. */
  readonly id: string;
  presence: Presence = {};
  /** The workshops that it came into. */
  readonly workshops = new Set<string>();
  readonly #socket: WebSocket;
  readonly #model: OpenModel;
  readonly #hall: Hall;
  readonly #pace = new Pace(pace.perSecond, pace.most, Date.now());
  /** Ids of what was sent and not answered. */
  readonly #asked = new Set<string>();
  #welcomed = false;
  #isAlive = true;

  constructor({ socket, session, id, whole, model, hall }: ConnectionParts) {
    this.#socket = socket;
    this.session = session;
    this.id = id;
    this.whole = whole;
    this.#model = model;
    this.#hall = hall;
    socket.on("message", (data: Buffer, isBinary: boolean) => this.#heard(data, isBinary));
    socket.on("pong", () => {
      this.#isAlive = true;
    });
    socket.on("close", () => hall.leave(this));
    // ws says why and closes by itself: a frame that is too large, for instance.
    socket.on("error", () => undefined);
  }

  /** True once the client has said hello: it is one of those who are here. */
  get isHere(): boolean {
    return this.#welcomed;
  }

  get name(): string {
    return this.#model.nameOf(this.session);
  }

  /** Who sends over it. */
  get sender(): Sender {
    return this.#model.senderOf(this.session, this.id);
  }

  say(message: FromServer): void {
    this.sayText(JSON.stringify(message));
  }

  /** Says what is a message as text already: made once for many. */
  sayText(text: string): void {
    if (!this.#welcomed || this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > mostWaiting) this.#socket.terminate();
    else this.#socket.send(text);
  }

  /** An accepted entry, as text; made once for all connections. */
  sayEntry(entry: Entry, text: string): void {
    const own = entry.session === this.id && this.#asked.delete(entry.id);
    if (this.whole) this.sayText(text);
    else if (own) this.say({ kind: "unchanged", id: entry.id });
  }

  /** Asks whether anybody is there; who did not answer the last time is gone: a phone that went out of reach, a laptop that sleeps. */
  check(): void {
    if (!this.#isAlive) this.#socket.terminate();
    this.#isAlive = false;
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping();
  }

  end(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  #heard(data: Buffer, isBinary: boolean): void {
    const frame = this.#pace.take(Date.now()) ? readFrame(data, isBinary) : tooMany;
    if ("reason" in frame) this.end(frame.code, frame.reason);
    else if (frame.message.kind === "hello") this.#hello(frame.message);
    else if (this.#welcomed) this.#take(frame.message);
    else this.end(1008, "The first message is hello.");
  }

  #hello({ protocol: spoken, room, seen }: Extract<FromClient, { kind: "hello" }>): void {
    if (spoken !== protocol) {
      this.end(1002, "This page is of another version; reload it.");
      return;
    }
    const model = this.#model;
    const known = model.room.catchUp(room === model.life ? seen : undefined);
    this.#welcomed = true;
    this.say({
      kind: "welcome",
      protocol,
      room: model.life,
      you: this.#you(),
      now: model.today,
      head: known.head,
      ...(this.whole && (known.entries ? { entries: known.entries } : { document: known.document })),
      peers: this.whole ? this.#hall.peers(this) : [],
    });
    if (this.whole) {
      this.say({ kind: "files", ...model.files });
      void waitingIn(model.store).then((waiting) => this.say(waiting));
    }
    this.#hall.arrived(this);
  }

  #you(): You {
    const { id, guest, may } = this.session;
    return { session: this.id, name: this.name, guest, ...(guest && { joined: id }), may };
  }

  #take(message: Exclude<FromClient, { kind: "hello" }>): void {
    switch (message.kind) {
      case "send": {
        const { kind: _, ...send } = message;
        this.#ask(send.id, () => this.#model.send(this.session, this.id, send));
        break;
      }
      case "undo": {
        const { kind: _, ...undo } = message;
        this.#ask(undo.id, () => this.#model.undo(this.session, this.id, undo));
        break;
      }
      case "presence":
        this.presence = message.presence;
        this.#hall.moved(this);
        break;
      case "workshop":
        this.#hall.workshops.act(this, message.workshop, message.act);
        break;
      case "ping":
        this.say({ kind: "pong" });
        break;
    }
  }

  /** Asks the room; what fails in a way that nobody foresaw ends the connection, and the client comes back and asks again. */
  #ask(id: string, ask: () => Promise<Outcome>): void {
    this.#asked.add(id);
    ask().then(
      (outcome) => this.#answer(id, outcome),
      () => this.end(1011, "Something went wrong on the server."),
    );
  }

  #answer(id: string, outcome: Outcome): void {
    if (outcome.kind === "refused") this.say(this.whole ? outcome : { ...outcome, missed: [] });
    else if (outcome.kind === "unchanged") this.say(outcome);
    // An accepted entry was said to all; one that was accepted before is said again to who asks again.
    else if (this.#asked.has(id))
      this.say(this.whole ? { kind: "entry", entry: outcome.entry } : { kind: "unchanged", id });
    this.#asked.delete(id);
  }
}

const tooMany = { code: 1008, reason: "Too many messages." };
