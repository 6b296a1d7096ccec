// Who is connected to a model: everyone hears every entry, and who else is here.
import type { FromServer, Peer } from "@parapet/live";
import type { WebSocket } from "ws";
import type { OpenModel } from "../models/open-model.ts";
import type { Session } from "../trust/sessions.ts";
import { Connection } from "./connection.ts";
import { Workshops } from "./workshops.ts";

/** More connections to one model are turned away. */
const mostConnections = 400;
/** So often it is asked whether everybody is still there. */
const checkMs = 20_000;
/** A person has a few tabs and a phone. */
const mostOfOne = 30;

export class Hall {
  readonly #model: OpenModel;
  readonly #connections = new Set<Connection>();
  readonly workshops: Workshops;
  readonly #checks: NodeJS.Timeout;
  #number = 0;

  constructor(model: OpenModel) {
    this.#model = model;
    this.workshops = new Workshops(model, () => this.#connections);
    this.#checks = setInterval(() => {
      for (const connection of this.#connections) connection.check();
    }, checkMs);
    this.#checks.unref();
    model.room.listen((entry) => {
      const text = JSON.stringify({ kind: "entry", entry } satisfies FromServer);
      for (const connection of this.#connections) connection.sayEntry(entry, text);
    });
  }

  /** Takes a socket in. `whole`: the model may go over it; else only what a workshop shows to guests. */
  enter(socket: WebSocket, session: Session, whole: boolean): void {
    const own = [...this.#connections].filter((one) => one.session.id === session.id).length;
    if (this.#connections.size >= mostConnections || own >= mostOfOne) {
      socket.close(1013, "There are too many connections.");
      return;
    }
    this.#number += 1;
    const id = `${session.id}-${this.#number}`;
    this.#connections.add(new Connection({ socket, session, id, whole, model: this.#model, hall: this }));
  }

  /** Somebody said hello. */
  arrived(connection: Connection): void {
    this.moved(connection);
    this.workshops.arrived(connection);
  }

  /** Says to the others where somebody is. */
  moved(connection: Connection): void {
    this.#tellOthers(connection, { kind: "peer", peer: peerOf(connection) });
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection) || !connection.isHere) return;
    this.workshops.left(connection);
    this.#tellOthers(connection, { kind: "left", session: connection.id });
  }

  peers(but: Connection): readonly Peer[] {
    return [...this.#connections].filter((one) => one !== but && one.isHere).map(peerOf);
  }

  /** True when a session is connected. */
  has(session: string): boolean {
    return [...this.#connections].some((one) => one.session.id === session);
  }

  /** Says something to everybody. */
  tell(message: FromServer): void {
    const text = JSON.stringify(message);
    for (const connection of this.#connections) if (connection.whole) connection.sayText(text);
  }

  /** Sends the connections of a session away. */
  remove(session: Session, say: string): void {
    for (const connection of this.#connections) {
      if (connection.session.id !== session.id) continue;
      this.workshops.removed(connection);
      connection.say({ kind: "removed", say });
      connection.end(4001, say.slice(0, 100));
    }
  }

  /** Ends all connections: the server goes. */
  close(): void {
    clearInterval(this.#checks);
    for (const connection of this.#connections) connection.end(1001, "The workbench ends.");
  }

  #tellOthers(but: Connection, message: FromServer): void {
    const text = JSON.stringify(message);
    for (const connection of this.#connections) if (connection !== but && connection.whole) connection.sayText(text);
  }
}

function peerOf({ id, name, session, presence }: Connection): Peer {
  return { session: id, name, guest: session.guest, presence };
}
