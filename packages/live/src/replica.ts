// The replica: what one client holds of a room. Its own commands take effect at once and are moved over what the room accepts meanwhile.
import {
  apply,
  type Change,
  type CommandCall,
  type Document,
  fail,
  ok,
  type Problem,
  type Result,
} from "@parapet/core";
import { shortTitle, tooMuch } from "./limits.ts";
import { Pending, type Waiting } from "./pending.ts";
import { notInTray, notOpenYet, otherLife, unmet } from "./refusals.ts";
import type { ReplicaParts, SendOptions, TrayItem } from "./replica-parts.ts";
import { lastOf, undoIn } from "./undo.ts";
import { numberOf, personOf } from "./who.ts";
import { type Entry, type FromClient, type FromServer, protocol, type You } from "./wire.ts";

type Welcome = Extract<FromServer, { kind: "welcome" }>;

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
  /** Something is missing: it has said hello again, and what comes before the answer cannot be used. */
  #asksAgain = false;
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
  hello(spoken: number): FromClient {
    return {
      kind: "hello",
      protocol: spoken,
      seen: this.#head,
      ...(this.#room !== undefined && { room: this.#room }),
    };
  }

  /** The connection is gone; what is sent from now on waits. */
  lost(): void {
    this.#connected = false;
    this.#asksAgain = false;
    this.#show();
  }

  /** Takes what the server says, in order. */
  receive(message: FromServer): Promise<void> {
    return this.#inOrder(() => this.#receive(message));
  }

  /** Runs commands: they take effect here at once and go to the room. Problems that are seen here already come back, and nothing is sent. */
  send(
    title: string,
    calls: readonly CommandCall[],
    options: SendOptions = {},
  ): Promise<Result<{ id: string; changes: readonly Change[] }>> {
    return this.#inOrder(() => this.#send(title, calls, options));
  }

  /** Asks the room to take back the last thing that this person did; shows it at once. Refused here when others built on it. */
  undo(): Promise<Result<{ id: string; changes: readonly Change[] }>> {
    return this.#inOrder(() => this.#undo());
  }

  /** Takes an item out of the tray: forgotten, or sent again as if it were made now. */
  settle(id: string, how: "forget" | "repeat"): Promise<Result<unknown>> {
    return this.#inOrder(async () => {
      const item = this.#tray.find((one) => one.id === id);
      if (!item) return fail(notInTray(id));
      const done = how === "forget" ? ok(undefined) : await this.#again(item);
      if (!done.ok) return done;
      this.#tray = this.#tray.filter((one) => one.id !== id);
      this.#saveAndShow();
      return done;
    });
  }

  #again({ kind, title, calls }: TrayItem): Promise<Result<unknown>> {
    return kind === "undo" ? this.#undo() : this.#send(title, calls, {});
  }

  async #send(title: string, calls: readonly CommandCall[], { seen = this.#head }: SendOptions) {
    if (!this.#you) return fail(notOpenYet);
    const much = tooMuch(calls);
    if (much) return fail(much);
    const ran = await this.#pending.try(calls, { by: this.#by, now: this.#now });
    if (!ran.ok) return fail(...ran.problems);
    if (ran.value.changes?.length === 0) return ok({ id: "", changes: [] });
    return this.#wait({ kind: "send", title: shortTitle(title), calls, base: Math.min(seen, this.#head) }, ran.value);
  }

  async #undo() {
    if (!this.#you) return fail(notOpenYet);
    const who = { by: this.#by, session: this.#you.session, ...(this.#you.joined && { joined: this.#you.joined }) };
    const entries = [...this.#recent, ...this.#pending.asEntries(this.#head, who, this.#now)];
    const target = lastOf(entries, who);
    // What is older than what is known here, or done by another page of the person: the room knows.
    if (!target)
      return this.#wait({ kind: "undo", title: "Undo", calls: [], base: this.#head }, { changes: undefined });
    const meant = { kind: "undo", title: `Undo: ${target.title}`, calls: [], base: this.#head, of: target.id } as const;
    if (this.#pending.isUnknown(target.id)) return this.#wait(meant, { changes: undefined });
    const document = this.#pending.document ?? this.#confirmed;
    const undo = undoIn(entries, target, document);
    if (!undo.ok) return fail(...undo.problems);
    const { changes } = undo.value;
    return this.#wait(meant, { changes, document: apply(document, changes) });
  }

  /** Lets something wait for the room's answer, with its effect here. */
  #wait(made: Pick<Waiting, "kind" | "title" | "calls" | "base" | "of">, effect: Parameters<Pending["add"]>[1]) {
    this.#number += 1;
    const id = `${this.#parts.client}-${this.#number}`;
    const waiting = this.#pending.add({ ...made, id, room: this.#room, day: this.#now, person: this.#person }, effect);
    this.#saveAndShow();
    this.#post(waiting);
    return ok({ id, changes: effect.changes ?? [] });
  }

  async #receive(message: FromServer): Promise<void> {
    if (message.kind === "welcome") return this.#welcome(message);
    if (message.kind === "entry") {
      if (this.#room !== undefined && !this.#take([message.entry])) this.#ask();
    } else if (message.kind === "refused") this.#refused(message);
    else if (message.kind === "unchanged") this.#pending.settled(message.id);
    else return;
    if (message.kind !== "entry") this.#pending.show();
    this.#saveAndShow();
  }

  async #welcome(message: Welcome): Promise<void> {
    this.#you = message.you;
    this.#now = message.now;
    this.#asksAgain = false;
    this.#connected = true;
    const isOther = this.#room !== message.room;
    if (message.document) {
      this.#confirmed = message.document;
      this.#head = message.head;
      this.#recent = [];
    } else if (isOther || !this.#take(message.entries ?? []) || this.#head !== message.head) return this.#askAnew();
    this.#room = message.room;
    this.#setAside(({ room }) => (room !== undefined && room !== message.room ? otherLife : undefined));
    if (message.document) await this.#pending.over(this.#confirmed, { by: this.#by, now: this.#now });
    this.#setAside((waiting) => this.#unmet(waiting));
    this.#pending.show();
    this.#pending.sentBy(this.#person);
    this.#saveAndShow();
    for (const waiting of this.#pending.all) this.#post(waiting);
  }

  /** Takes accepted entries. What is known already answers what still waits for it. False when there is a gap. */
  #take(entries: readonly Entry[]): boolean {
    const next = this.#head + 1;
    for (const entry of entries) if (entry.seq < next) this.#known(entry);
    const later = entries.filter(({ seq }) => seq >= next);
    const fresh = later.filter(({ seq }, i) => seq === next + i);
    if (fresh.length > 0) this.#advance(fresh);
    return fresh.length === later.length;
  }

  #advance(fresh: readonly Entry[]): void {
    const own = new Set(fresh.filter((entry) => this.#isMine(entry)));
    this.#confirmed = apply(
      this.#confirmed,
      fresh.flatMap(({ changes }) => changes),
    );
    this.#head += fresh.length;
    this.#recent = [...this.#recent, ...fresh].slice(-recentEntries);
    for (const { at } of fresh) if (at > this.#now) this.#now = at;
    for (const { id } of own) this.#accepted(id);
    this.#confirmed = this.#pending.moveOver(fresh, own, this.#confirmed);
  }

  #known(entry: Entry): void {
    if (!this.#isMine(entry)) return;
    this.#accepted(entry.id);
    if (this.#pending.settled(entry.id)) this.#pending.show();
  }

  /** What was accepted after all, for instance by a server that could not say so any more, is nothing to deal with. */
  #accepted(id: string): void {
    this.#tray = this.#tray.filter((item) => item.id !== id);
  }

  #isMine(entry: Entry): boolean {
    const person = personOf(entry);
    if (person === this.#person) return true;
    return this.#pending.all.some((waiting) => waiting.id === entry.id && waiting.person === person);
  }

  #refused({ id, why, problems, missed }: Extract<FromServer, { kind: "refused" }>): void {
    const waiting = this.#pending.refused(id);
    if (waiting) this.#tray = [...this.#tray, { ...waiting, why, problems, missed }];
  }

  /** What cannot be sent any more goes to the tray, with the reason: one after the other, since one may rest on the one before. */
  #setAside(reason: (waiting: Waiting) => Problem | undefined): void {
    for (const waiting of this.#pending.all) {
      const problem = reason(waiting);
      if (!problem) continue;
      this.#pending.refused(waiting.id);
      this.#tray = [...this.#tray, { ...waiting, why: "too-old", problems: [problem], missed: [] }];
    }
  }

  /** Why something cannot stand that rests on what was not accepted. */
  #unmet({ needs = [] }: Waiting): Problem | undefined {
    const missing = this.#tray.find(({ id }) => needs.includes(id));
    return missing && unmet(missing.title);
  }

  /** Something is missing: the room is told again what is known here, once. */
  #ask(): void {
    if (this.#asksAgain || !this.#connected) return;
    this.#asksAgain = true;
    this.#parts.post(this.hello(protocol));
  }

  /** What came does not fit what is known here: all is asked for. */
  #askAnew(): void {
    this.#asksAgain = true;
    this.#parts.post({ kind: "hello", protocol, seen: 0 });
  }

  #post({ kind, id, base, title, calls, of, needs, day }: Waiting): void {
    if (!this.#connected || this.#asksAgain) return;
    this.#parts.post(
      kind === "undo"
        ? { kind, id, base, ...(of !== undefined && { of }) }
        : { kind, id, base, title, calls: [...calls], ...(needs && { needs: [...needs] }), ...(day && { day }) },
    );
  }

  get #by(): string {
    return this.#you?.by ?? this.#you?.name ?? "";
  }

  get #person(): string {
    return personOf({ by: this.#by, joined: this.#you?.joined });
  }

  #saveAndShow(): void {
    this.#parts.shelf.save(this.#pending.all, this.#tray);
    this.#show();
  }

  #show(): void {
    this.#parts.changed({
      document: this.#pending.document ?? this.#confirmed,
      head: this.#head,
      you: this.#you,
      connected: this.#connected,
      waiting: this.#pending.all,
      tray: this.#tray,
      recent: this.#recent,
    });
  }

  #inOrder<T>(step: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(step, step);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
