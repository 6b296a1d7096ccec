// The replica: what one client holds of a room. Its own commands take effect at once and are moved over what the room accepts meanwhile.
import {
  apply,
  type Change,
  type CommandCall,
  type Document,
  fail,
  ok,
  type Problem,
  problem,
  type Result,
} from "@parapet/core";
import { Pending, type Waiting } from "./pending.ts";
import type { Engine } from "./ports.ts";
import type { Entry, FromClient, FromServer, Refusal, You } from "./wire.ts";

/** Something that was not accepted, kept until the person has dealt with it. */
export interface TrayItem extends Waiting {
  readonly why: Refusal;
  readonly problems: readonly Problem[];
  readonly missed: readonly Entry[];
}

/** What a client shows: changes with every step, and is never edited. */
export interface Shown {
  /** What the room has accepted, with what this client waits for an answer on. */
  readonly document: Document;
  /** The last entry that the room has accepted and this client has heard of. */
  readonly head: number;
  readonly you: You | undefined;
  readonly connected: boolean;
  readonly waiting: readonly Waiting[];
  readonly tray: readonly TrayItem[];
  /** The last entries, newest last. */
  readonly recent: readonly Entry[];
}

/** Where commands wait while the server is away; outlives the page. */
export interface Shelf {
  readonly save: (waiting: readonly Waiting[], tray: readonly TrayItem[]) => void;
}

export interface ReplicaParts {
  readonly engine: Engine;
  /** Names this client (a tab) for ever; ids of what it sends begin with it. Letters and digits. */
  readonly client: string;
  readonly shelf: Shelf;
  /** What waited when the page was closed. */
  readonly kept?: { readonly waiting: readonly Waiting[]; readonly tray: readonly TrayItem[] };
  readonly changed: (shown: Shown) => void;
  /** Sends a message when there is a connection; what is not answered is sent again after a reconnect. */
  readonly post: (message: FromClient) => void;
}

const empty = { model: { parapet: 1, system: "" } } as unknown as Document;
const recentEntries = 200;

export class Replica {
  readonly #parts: ReplicaParts;
  readonly #pending: Pending;
  #confirmed: Document = empty;
  #head = 0;
  #room: string | undefined;
  #you: You | undefined;
  #now = "";
  #connected = false;
  #tray: readonly TrayItem[];
  #recent: readonly Entry[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #number = 0;

  constructor(parts: ReplicaParts) {
    this.#parts = parts;
    this.#pending = new Pending(parts.engine, parts.kept?.waiting ?? []);
    this.#tray = parts.kept?.tray ?? [];
    for (const { id } of [...this.#pending.all, ...this.#tray]) this.#number = Math.max(this.#number, numberOf(id));
  }

  /** What to say first on a new connection. */
  hello(protocol: number): FromClient {
    return {
      kind: "hello",
      protocol,
      seen: this.#head,
      ...(this.#room !== undefined && { room: this.#room }),
    };
  }

  /** The connection is gone; what is sent from now on waits. */
  lost(): void {
    this.#connected = false;
    this.#show();
  }

  /** Takes what the server says, in order. */
  receive(message: FromServer): Promise<void> {
    return this.#inOrder(() => this.#receive(message));
  }

  /** Runs commands: they take effect here at once and go to the room. Problems that are seen here already come back, and nothing is sent. */
  send(title: string, calls: readonly CommandCall[]): Promise<Result<{ id: string; changes: readonly Change[] }>> {
    return this.#inOrder(async () => {
      const by = this.#you?.name ?? "";
      const ran = await this.#pending.try(calls, { by, now: this.#now });
      if (!ran.ok) return fail(...ran.problems);
      if (ran.value.changes?.length === 0) return ok({ id: "", changes: [] });
      const waiting: Waiting = { kind: "send", id: this.#nextId(), room: this.#room, base: this.#head, title, calls };
      this.#pending.add(waiting, ran.value);
      this.#save();
      this.#post(waiting);
      this.#show();
      return ok({ id: waiting.id, changes: ran.value.changes ?? [] });
    });
  }

  /** Asks the room to take back the last thing that this person did. */
  undo(): Promise<void> {
    return this.#inOrder(async () => {
      const waiting: Waiting = {
        kind: "undo",
        id: this.#nextId(),
        room: this.#room,
        base: this.#head,
        title: "Undo",
        calls: [],
      };
      this.#pending.add(waiting, { changes: undefined });
      this.#save();
      this.#post(waiting);
      this.#show();
    });
  }

  /** Takes an item out of the tray: forgotten, or sent again as if it were made now. */
  async settle(id: string, how: "forget" | "repeat"): Promise<Result<unknown>> {
    const item = this.#tray.find((one) => one.id === id);
    if (!item)
      return fail(problem("nothing-matched", `${id} is not in the tray.`, "It may have been settled already."));
    const done = how === "repeat" ? await this.send(item.title, item.calls) : ok(undefined);
    if (!done.ok) return done;
    this.#tray = this.#tray.filter((one) => one.id !== id);
    this.#save();
    this.#show();
    return done;
  }

  async #receive(message: FromServer): Promise<void> {
    if (message.kind === "welcome") await this.#welcome(message);
    else if (message.kind === "entry") await this.#entry(message.entry);
    else if (message.kind === "refused") await this.#refused(message);
    else if (message.kind === "unchanged") await this.#answered(message.id);
  }

  async #welcome(message: Extract<FromServer, { kind: "welcome" }>): Promise<void> {
    this.#you = message.you;
    this.#now = message.now;
    if (message.document) {
      this.#confirmed = message.document;
      this.#head = message.head;
    }
    this.#room = message.room;
    this.#connected = true;
    for (const entry of message.entries ?? []) this.#advance(entry);
    this.#setAside(({ room }) => room !== undefined && room !== message.room);
    await this.#pending.over(this.#confirmed, { by: message.you.name, now: this.#now });
    for (const waiting of this.#pending.all) this.#post(waiting);
    this.#save();
    this.#show();
  }

  async #entry(entry: Entry): Promise<void> {
    // An answer to something that was sent twice may come with an entry that the document has in it already.
    if (entry.seq <= this.#head) this.#pending.remove(entry.id);
    else this.#advance(entry);
    await this.#replay();
  }

  #advance(entry: Entry): void {
    if (entry.seq !== this.#head + 1) return;
    this.#confirmed = apply(this.#confirmed, entry.changes);
    this.#head = entry.seq;
    this.#recent = [...this.#recent, entry].slice(-recentEntries);
    this.#pending.remove(entry.id);
  }

  async #refused({ id, why, problems, missed }: Extract<FromServer, { kind: "refused" }>): Promise<void> {
    const waiting = this.#pending.remove(id);
    if (waiting) this.#tray = [...this.#tray, { ...waiting, why, problems, missed }];
    await this.#replay();
  }

  async #answered(id: string): Promise<void> {
    this.#pending.remove(id);
    await this.#replay();
  }

  /** What waits from another life of the room is not comparable with this one: it goes to the tray, with the reason. */
  #setAside(isForeign: (waiting: Waiting) => boolean): void {
    for (const waiting of this.#pending.all.filter(isForeign)) {
      this.#pending.remove(waiting.id);
      const problems = [otherLife];
      this.#tray = [...this.#tray, { ...waiting, why: "too-old", problems, missed: [] }];
    }
  }

  async #replay(): Promise<void> {
    await this.#pending.over(this.#confirmed, { by: this.#you?.name ?? "", now: this.#now });
    this.#save();
    this.#show();
  }

  #post({ kind, id, base, title, calls }: Waiting): void {
    if (!this.#connected) return;
    this.#parts.post(kind === "undo" ? { kind, id, base } : { kind, id, base, title, calls: [...calls] });
  }

  #save(): void {
    this.#parts.shelf.save(this.#pending.all, this.#tray);
  }

  #show(): void {
    this.#parts.changed({
      document: this.#pending.document(this.#confirmed),
      head: this.#head,
      you: this.#you,
      connected: this.#connected,
      waiting: this.#pending.all,
      tray: this.#tray,
      recent: this.#recent,
    });
  }

  #nextId(): string {
    this.#number += 1;
    return `${this.#parts.client}-${this.#number}`;
  }

  #inOrder<T>(step: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(step, step);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

const otherLife = problem(
  "stale-revision",
  "The model was started anew on the server while this waited, so it cannot be compared with what happened meanwhile.",
  "Look at it on the present state, and repeat it if it still is right.",
);

function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf("-") + 1)) || 0;
}
