// For tests: a page with a real replica, whose connection breaks, which is offline for hours, reloaded, and used by somebody meanwhile.
import { type CommandCall, canonicalText, checkDocument, type Document } from "@parapet/core";
import type { Sender } from "../ports.ts";
import { Replica } from "../replica.ts";
import type { Shown, TrayItem } from "../replica-parts.ts";
import { keyOf } from "../who.ts";
import { type FromClient, type FromServer, protocol } from "../wire.ts";
import type { Dice } from "./dice.ts";
import { clientEngine } from "./engine.ts";
import { commandsOn } from "./simulated-edits.ts";
import type { SimulatedServer, Wire } from "./simulated-server.ts";
import type { Steps } from "./steps.ts";

/** Something that was sent, and what the person saw when they did. */
export interface Sent {
  readonly id: string;
  readonly base: number;
  readonly life: string | undefined;
  readonly calls: readonly CommandCall[];
  readonly saw: Document;
}

/** How a page is put together; a test of the simulator puts in a broken one. */
export interface ClientParts {
  readonly hears?: (replica: Replica, message: FromServer, shown: Shown | undefined) => Promise<void>;
  /** What waits does not outlive the page. */
  readonly forgets?: boolean;
}

interface Kept {
  readonly waiting: Shown["waiting"];
  readonly tray: readonly TrayItem[];
}

export class SimulatedClient {
  readonly name: string;
  readonly who: Omit<Sender, "session">;
  shown: Shown | undefined;
  wire: Wire | undefined;
  /** By person and id. */
  readonly sent = new Map<string, Sent>();
  /** Ids that the person took out of the tray. */
  readonly settled = new Set<string>();
  readonly wrong: string[] = [];
  #replica: Replica;
  #kept: Kept = { waiting: [], tray: [] };
  #pages = 0;
  #wires = 0;
  readonly #dice: Dice;
  readonly #steps: Steps;
  readonly #parts: ClientParts;

  constructor(
    name: string,
    who: Omit<Sender, "session">,
    { dice, steps, parts = {} }: { dice: Dice; steps: Steps; parts?: ClientParts | undefined },
  ) {
    this.name = name;
    this.who = who;
    this.#dice = dice;
    this.#steps = steps;
    this.#parts = parts;
    this.#replica = this.#page();
  }

  /** True when nothing is on its way and nothing waits. */
  get isQuiet(): boolean {
    return this.wire?.open === true && this.shown?.connected === true && this.shown.waiting.length === 0;
  }

  connect(server: SimulatedServer): void {
    if (this.wire?.open || !server.isUp) return;
    this.#wires += 1;
    const wire: Wire = {
      ...{ name: `${this.name}.${this.#wires}`, who: this.who, up: [], down: [] },
      ...{ open: true, heard: false, welcomed: false },
    };
    server.connect(wire);
    this.wire = wire;
    wire.up.push(this.#replica.hello(protocol));
  }

  /** The connection breaks. What was on its way up may still arrive, long after the next connection; what was on its way down does not. */
  breakOff(): Wire | undefined {
    const { wire } = this;
    if (!wire) return undefined;
    wire.open = false;
    wire.down.length = 0;
    if (this.#dice.percent(50)) wire.up.length = 0;
    this.wire = undefined;
    this.#replica.lost();
    return wire;
  }

  /** The page is closed and opened again: what it kept is there, the rest is not. */
  reload(): Wire | undefined {
    const wire = this.breakOff();
    this.#replica = this.#page();
    this.shown = undefined;
    return wire;
  }

  hear(message: FromServer): void {
    const hears = this.#parts.hears ?? ((replica, what) => replica.receive(what));
    void hears(this.#replica, message, this.shown);
  }

  /** Somebody does something with what they see. */
  act(): void {
    const { shown } = this;
    if (!shown?.you) return;
    const what = this.#dice.weighted({ send: 80, undo: 14, tray: shown.tray.length > 0 ? 10 : 0 });
    if (what === "send") void this.#replica.send("Edit", commandsOn(shown.document, this.who.may, this.#dice));
    else if (what === "undo") void this.#replica.undo();
    else this.#settle(this.#dice.pick(shown.tray).id, this.#dice.pick(["forget", "repeat"]));
  }

  #settle(id: string, how: "forget" | "repeat"): void {
    void this.#replica.settle(id, how).then((done) => done.ok && this.settled.add(id));
  }

  #page(): Replica {
    this.#pages += 1;
    const page = this.#pages;
    const isThis = () => page === this.#pages;
    return new Replica({
      engine: { ...clientEngine, run: (calls, on) => this.#steps.at(20).then(() => clientEngine.run(calls, on)) },
      client: `${this.name}${page}`,
      kept: this.#parts.forgets ? { waiting: [], tray: [] } : structuredClone(this.#kept),
      shelf: { save: (waiting, tray) => isThis() && this.#save({ waiting, tray }) },
      changed: (shown) => isThis() && this.#changed(shown),
      post: (message) => isThis() && this.#post(message),
    });
  }

  #post(message: FromClient): void {
    if (this.wire?.open) this.wire.up.push(JSON.parse(JSON.stringify(message)));
  }

  #save(kept: Kept): void {
    for (const { id, base, room, calls } of kept.waiting) {
      const key = keyOf(this.who, id);
      if (this.shown && !this.sent.has(key))
        this.sent.set(key, { id, base, life: room, calls, saw: this.shown.document });
    }
    this.#kept = { waiting: kept.waiting, tray: kept.tray };
  }

  #changed(shown: Shown): void {
    if (shown.document !== this.shown?.document && shown.you) {
      const problems = checkDocument(shown.document);
      if (problems.length > 0) this.wrong.push(`${this.name} shows what contradicts itself: ${problems[0]?.say}`);
    }
    const twice = shown.tray.map(({ id }) => id).filter((id, i, all) => all.indexOf(id) !== i);
    if (twice.length > 0) this.wrong.push(`${this.name} has ${twice[0]} in the tray twice`);
    this.shown = shown;
  }

  /** What it shows, as a text. */
  get text(): string {
    return canonicalText(this.shown?.document);
  }
}
