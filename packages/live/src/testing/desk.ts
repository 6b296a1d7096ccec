// For tests: a page at a room, over a wire that a test holds in its hand.
import { type CommandCall, checkDocument } from "@parapet/core";
import type { Engine, Sender } from "../ports.ts";
import { Replica } from "../replica.ts";
import type { Shown, TrayItem } from "../replica-parts.ts";
import { type FromClient, type FromServer, protocol } from "../wire.ts";
import { clientEngine, today } from "./engine.ts";
import type { Opened } from "./room.ts";

export interface Kept {
  readonly waiting: Shown["waiting"];
  readonly tray: readonly TrayItem[];
}

export class Desk {
  /** What was said to the room, and by it, since the beginning. */
  readonly said: FromClient[] = [];
  readonly heard: FromServer[] = [];
  kept: Kept;
  /** How often commands were run here. */
  runs = 0;
  #shown: Shown | undefined;
  readonly replica: Replica;
  readonly #who: Sender;
  #opened: Opened | undefined;
  #life = "life-1";
  #quiet: (() => void) | undefined;
  /** Messages of the room that a test holds back. */
  #held: FromServer[] | undefined;

  constructor(who: Sender, client: string, kept: Kept = { waiting: [], tray: [] }) {
    this.#who = who;
    this.kept = kept;
    const engine: Engine = {
      ...clientEngine,
      run: (calls, on) => {
        this.runs += 1;
        return clientEngine.run(calls, on);
      },
    };
    this.replica = new Replica({
      ...{ engine, client, kept },
      shelf: { save: (waiting, tray) => void (this.kept = structuredClone({ waiting, tray })) },
      changed: (shown) => {
        this.#shown = shown;
        const broken = shown.you ? checkDocument(shown.document) : [];
        if (broken.length > 0) throw new Error(`what is shown contradicts itself: ${broken[0]?.say}`);
      },
      post: (message) => void this.#post(message),
    });
  }

  get shown(): Shown {
    if (!this.#shown) throw new Error("nothing is shown yet");
    return this.#shown;
  }

  element(id: string) {
    return this.shown.document.model.elements?.[id];
  }

  /** Connects to a room (again), and reads what was missed. */
  async connect(opened: Opened, life = this.#life): Promise<void> {
    this.#opened = opened;
    this.#life = life;
    this.#quiet = opened.room.listen((entry) => void this.hear({ kind: "entry", entry }));
    await this.#post(this.replica.hello(protocol));
    await this.#idle();
  }

  /** The connection breaks: nothing gets through either way. */
  disconnect(): void {
    this.#quiet?.();
    this.#opened = undefined;
    this.#held = undefined;
    this.replica.lost();
  }

  /** Keeps back what the room says, until `release`. */
  hold(): void {
    this.#held = [];
  }

  async release(): Promise<void> {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const message of held) await this.hear(message);
    await this.#idle();
  }

  async send(calls: CommandCall | readonly CommandCall[], options: { seen?: number } = {}) {
    const list = (Array.isArray(calls) ? calls : [calls]) as CommandCall[];
    const done = await this.replica.send(list.map(({ name }) => name).join(", "), list, options);
    await this.#idle();
    return done;
  }

  async undo() {
    const done = await this.replica.undo();
    await this.#idle();
    return done;
  }

  /** Says something to the client as the server would. */
  async hear(message: FromServer): Promise<void> {
    if (this.#held) this.#held.push(message);
    else {
      this.heard.push(message);
      await this.replica.receive(JSON.parse(JSON.stringify(message)));
    }
  }

  async #post(message: FromClient): Promise<void> {
    this.said.push(message);
    const opened = this.#opened;
    if (!opened) return;
    const { room } = opened;
    if (message.kind === "hello") {
      const { session, by, joined, may } = this.#who;
      const you = { session, name: by, guest: joined !== undefined, ...(joined && { joined }), may };
      const { head, document, entries } = room.catchUp(message.room === this.#life ? message.seen : undefined);
      const rest = document ? { document } : { entries: entries ?? [] };
      await this.hear({ kind: "welcome", protocol, room: this.#life, you, now: today, head, ...rest, peers: [] });
    } else if (message.kind === "send" || message.kind === "undo") {
      const ask = message.kind === "send" ? room.send(this.#who, message) : room.undo(this.#who, message);
      const outcome = await ask;
      if (this.#opened !== opened) return;
      await this.hear(outcome.kind === "accepted" ? { kind: "entry", entry: outcome.entry } : outcome);
    }
  }

  /** Waits until nothing moves any more. */
  #idle(): Promise<void> {
    return new Promise((done) => setTimeout(done, 0));
  }
}
