// The workshops of a model that live in memory: who is in them, votes and notes before anybody may see them. Nothing of it is stored or logged.
import type { Problem } from "@parapet/core";
import { type Acted, type FromServer, type Sender, WorkshopRoom } from "@parapet/live";
import type { OpenModel } from "../models/open-model.ts";
import type { Connection } from "./connection.ts";

type Said = Extract<FromServer, { kind: "workshop" }>;

/** Who leads: whoever has no claimed name. The host's people do, guests do not. */
const leads = ({ joined }: Sender): boolean => joined === undefined;

export class Workshops {
  readonly #model: OpenModel;
  readonly #connections: () => Iterable<Connection>;
  readonly #clock: () => number;
  readonly #rooms = new Map<string, WorkshopRoom>();

  constructor(model: OpenModel, connections: () => Iterable<Connection>, clock: () => number = Date.now) {
    this.#model = model;
    this.#connections = connections;
    this.#clock = clock;
    // What is over leaves nothing in memory.
    model.room.listen(() => {
      for (const id of this.#rooms.keys()) if (!this.#isOpen(id)) this.#rooms.delete(id);
    });
  }

  /** Somebody connected: a guest is in the workshop of the invitation, others hear how those are that run. */
  arrived(connection: Connection): void {
    const { workshop } = connection.session;
    if (workshop !== undefined) this.#join(connection, workshop);
    else for (const [id, room] of this.#rooms) connection.say(said(id, room.state(this.#clock())));
  }

  /** Somebody does something, or only comes in (`join`). */
  act(connection: Connection, workshop: string, what: unknown): void {
    const { session } = connection;
    if (session.guest && session.workshop !== workshop) return;
    if (!this.#join(connection, workshop) || isJoin(what)) return;
    const room = this.#rooms.get(workshop) as WorkshopRoom;
    const acted = room.act(connection.sender, what, this.#clock());
    if (acted.ok) this.#tell(workshop, acted.value);
    else connection.say(this.#refused(workshop, room, connection, acted.problems));
  }

  /** A connection is gone; the person may come back. */
  left(connection: Connection): void {
    for (const [id, room] of this.#rooms) this.#tell(id, room.leave(connection.id, this.#clock()));
  }

  /** The host sent somebody away: what only they knew goes with them. */
  removed(connection: Connection): void {
    for (const [id, room] of this.#rooms) this.#tell(id, room.remove(connection.sender, this.#clock()));
  }

  /** Brings a connection in; false when there is no such workshop, or it is over. */
  #join(connection: Connection, id: string): boolean {
    if (!this.#isOpen(id)) return false;
    const room = this.#rooms.get(id) ?? new WorkshopRoom({ leads });
    this.#rooms.set(id, room);
    if (!connection.workshops.has(id)) {
      connection.workshops.add(id);
      this.#tell(id, room.join(connection.sender, this.#clock()));
    }
    return true;
  }

  #isOpen(id: string): boolean {
    const workshops = this.#model.room.document.register?.workshops;
    return workshops !== undefined && Object.hasOwn(workshops, id) && workshops[id]?.ended === undefined;
  }

  /** Says how a workshop is to all that may hear it, and to each what is their own. */
  #tell(id: string, { everyone, own }: Acted): void {
    const text = JSON.stringify(said(id, everyone));
    for (const connection of this.#connections()) {
      if (!connection.whole && connection.session.workshop !== id) continue;
      const mine = own.get(connection.id);
      if (mine === undefined) connection.sayText(text);
      else connection.say(said(id, everyone, mine));
    }
  }

  #refused(id: string, room: WorkshopRoom, { sender }: Connection, problems: readonly Problem[]): Said {
    return said(id, room.state(this.#clock()), { ...room.own(sender), problems });
  }
}

function said(workshop: string, state: unknown, own?: unknown): Said {
  return { kind: "workshop", workshop, state, ...(own !== undefined && { own }) };
}

function isJoin(what: unknown): boolean {
  return typeof what === "object" && what !== null && "kind" in what && what.kind === "join";
}
