// For tests: a server on a disk that keeps what was written, which may be killed at any await, and the wires to it.
import { apply, type Document, fail, ok, problem, type Result } from "@parapet/core";
import type { Outcome, Sender } from "../ports.ts";
import { Room } from "../room.ts";
import { type Entry, type FromClient, type FromServer, protocol, type You } from "../wire.ts";
import type { Dice } from "./dice.ts";
import { roomEngine } from "./engine.ts";
import type { Steps } from "./steps.ts";

/** A wire between a client and the server: messages in order each way, until it breaks. */
export interface Wire {
  readonly name: string;
  readonly who: Omit<Sender, "session">;
  readonly up: FromClient[];
  readonly down: FromServer[];
  /** As far as the client knows. */
  open: boolean;
  /** As far as the server knows. */
  heard: boolean;
  welcomed: boolean;
}

/** How parts are put together; a test of the simulator puts in a broken one. */
export interface ServerParts {
  readonly send?: (room: Room, sender: Sender, message: Extract<FromClient, { kind: "send" }>) => Promise<Outcome>;
  /** The journal says that it has written before it has. */
  readonly acknowledgesEarly?: boolean;
  /** The room remembers a few entries only. */
  readonly forgetful?: boolean;
  /** A guest counts as the person whose name they gave. */
  readonly trustsNames?: boolean;
}

export class SimulatedServer {
  /** What survives: the document that the entries start from, the entries, the name of the life. */
  start: Document;
  disk: Entry[] = [];
  life = "life-1";
  /** The entry up to which the model's files are written. */
  flushed = 0;
  day = "2026-11-24";
  room: Room | undefined;
  readonly wires = new Set<Wire>();
  /** Every entry that anybody was told, by life. */
  readonly told = new Map<string, Entry[]>();
  /** Ids of what was answered as unchanged, by wire. */
  readonly unchanged = new Set<string>();
  readonly #dice: Dice;
  readonly #steps: Steps;
  readonly #parts: ServerParts;
  #edits = 0;
  /** Writes what is being written, while something is. */
  #writing: (() => void) | undefined;

  constructor(start: Document, dice: Dice, steps: Steps, parts: ServerParts = {}) {
    this.start = start;
    this.#dice = dice;
    this.#steps = steps;
    this.#parts = parts;
  }

  get isUp(): boolean {
    return this.room !== undefined;
  }

  /** Starts again from what is on the disk. */
  boot(): void {
    const room: Room = new Room({
      engine: { ...roomEngine, run: (calls, on) => this.#steps.at(30).then(() => roomEngine.run(calls, on)) },
      journal: { append: (entry) => this.#append(entry, () => this.room === room) },
      now: () => this.day,
      ...{ start: this.start, startSeq: 0, entries: structuredClone(this.disk) },
      ...(this.#parts.forgetful && { bounds: { entries: 10, size: 1e9, ids: 1_000 } }),
    });
    room.listen((entry) => {
      if (this.room !== room) return;
      this.#tell(entry);
    });
    this.room = room;
  }

  /** The process is killed: what it was about to do never happens, except that the disk may have taken what was being written. */
  kill(): void {
    if (this.#dice.percent(50)) this.#writing?.();
    this.#writing = undefined;
    this.room = undefined;
    for (const wire of this.wires) wire.heard = false;
    this.wires.clear();
  }

  /** The journal is gone, for instance deleted; the files of the model are there. A new life begins. */
  loseJournal(): void {
    this.start = documentAfter(this.start, this.disk);
    this.disk = [];
    this.flushed = 0;
    this.life = `life-${Number(this.life.slice(5)) + 1}`;
  }

  /** The document of the files. */
  get files(): Document {
    return documentAfter(this.start, this.disk.slice(0, this.flushed));
  }

  connect(wire: Wire): void {
    wire.heard = true;
    this.wires.add(wire);
  }

  /** Somebody saves the files in an editor. */
  enter(changes: Entry["changes"], barrier: boolean): void {
    this.#edits += 1;
    const id = `${this.life}-${this.#edits}`;
    void this.room?.enter({
      id,
      title: "Edited on disk",
      changes,
      base: this.flushed,
      ...(barrier && { barrier: true }),
    });
  }

  /** Takes one message of a wire. */
  hear(wire: Wire, message: FromClient): void {
    const { room } = this;
    if (!room || !wire.heard) return;
    const { by, joined, may } = wire.who;
    const sender = { by, may, session: wire.name, ...(joined && !this.#parts.trustsNames && { joined }) };
    if (message.kind === "hello") this.#welcome(wire, room, message);
    else if (!wire.welcomed) wire.heard = false;
    else if (message.kind === "undo") this.#answer(room, wire, room.undo(sender, message));
    else if (message.kind === "send") {
      const send = this.#parts.send ?? ((to, by, what) => to.send(by, what));
      this.#answer(room, wire, send(room, sender, message));
    }
  }

  #welcome(wire: Wire, room: Room, { room: life, seen }: Extract<FromClient, { kind: "hello" }>): void {
    wire.welcomed = true;
    const { by, joined, may } = wire.who;
    const you: You = { session: wire.name, name: by, guest: joined !== undefined, ...(joined && { joined }), may };
    const { head, document, entries } = room.catchUp(life === this.life ? seen : undefined);
    const rest = document ? { document } : { entries: entries ?? [] };
    for (const entry of entries ?? []) this.#remember(entry);
    this.#say(wire, { kind: "welcome", protocol, room: this.life, you, now: this.day, head, ...rest, peers: [] });
  }

  #answer(room: Room, wire: Wire, asked: Promise<Outcome>): void {
    void asked.then((outcome) => {
      if (this.room !== room) return;
      if (outcome.kind === "unchanged") this.unchanged.add(outcome.id);
      if (outcome.kind === "accepted") this.#remember(outcome.entry);
      this.#say(wire, outcome.kind === "accepted" ? { kind: "entry", entry: outcome.entry } : outcome);
    });
  }

  #tell(entry: Entry): void {
    this.#remember(entry);
    const message: FromServer = JSON.parse(JSON.stringify({ kind: "entry", entry }));
    for (const wire of this.wires) if (reaches(wire)) wire.down.push(message);
  }

  #remember(entry: Entry): void {
    const told = this.told.get(this.life) ?? [];
    if (!told.some(({ seq }) => seq === entry.seq)) this.told.set(this.life, [...told, entry]);
  }

  #say(wire: Wire, message: FromServer): void {
    if (reaches(wire)) wire.down.push(JSON.parse(JSON.stringify(message)));
  }

  /** Writing and saying that it is written are two moments: the process may be killed before, between and after. */
  async #append(entry: Entry, lives: () => boolean): Promise<Result<void>> {
    if (!lives()) return fail(full);
    const write = () => this.disk.push(structuredClone(entry));
    if (this.#parts.acknowledgesEarly) {
      void this.#steps.at(100).then(() => lives() && write());
      return ok(undefined);
    }
    this.#writing = write;
    await this.#steps.at(50);
    if (!lives()) return fail(full);
    this.#writing = undefined;
    if (this.#dice.percent(3)) return fail(full);
    write();
    await this.#steps.at(50);
    return ok(undefined);
  }
}

function reaches({ heard, welcomed, open }: Wire): boolean {
  return heard && welcomed && open;
}

const full = problem("file-unwritable", "The disk is full.", "Make room.");

function documentAfter(start: Document, entries: readonly Entry[]): Document {
  return entries.reduce((document, { changes }) => apply(document, changes), start);
}
