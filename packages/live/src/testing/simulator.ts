// For tests: one run of several people on one model over a network, a disk and a server that fail in every way, the same for the same seed.
import { checkDocument, difference, type Permission } from "@parapet/core";
import { Dice } from "./dice.ts";
import { shop } from "./engine.ts";
import { type ClientParts, SimulatedClient } from "./simulated-client.ts";
import { editedFiles } from "./simulated-edits.ts";
import type { Wire } from "./simulated-server.ts";
import { type ServerParts, SimulatedServer } from "./simulated-server.ts";
import { Steps } from "./steps.ts";
import { wrongAbout } from "./verdicts.ts";

/** What a test of the simulator puts in the place of the real parts. */
export interface Planted {
  readonly server?: ServerParts;
  readonly client?: ClientParts;
}

/** What a run came to: nothing wrong, or the first things that are. */
export interface Run {
  readonly wrong: readonly string[];
  readonly counts: Readonly<Record<"entries" | "sent" | "tray" | "kills" | "lives", number>>;
}

const member: readonly Permission[] = ["read", "propose", "edit", "decide", "approve"];
const joined: readonly Permission[] = ["read", "propose", "edit"];

/** How many moments of doing and failing there are before everything heals. */
const moments = 160;

/** One run; the same for the same seed. */
export async function simulate(seed: number, planted: Planted = {}): Promise<Run> {
  const world = new World(seed, planted);
  for (let i = 0; i < moments; i++) await world.moment();
  await world.heal();
  return world.result();
}

class World {
  readonly #dice: Dice;
  readonly #steps: Steps;
  readonly #server: SimulatedServer;
  readonly #clients: readonly SimulatedClient[];
  readonly #away = new Set<SimulatedClient>();
  /** Connections that a client has given up and the server has not. */
  #late: Wire[] = [];
  #kills = 0;
  #lives = 1;

  constructor(seed: number, { server, client }: Planted) {
    this.#dice = new Dice(seed);
    this.#steps = new Steps(this.#dice);
    const parts = { dice: this.#dice, steps: this.#steps, parts: client };
    this.#server = new SimulatedServer(shop, this.#dice, this.#steps, { forgetful: this.#dice.percent(20), ...server });
    this.#clients = [
      new SimulatedClient("laptop", { by: "ann", may: member }, parts),
      new SimulatedClient("phone", { by: "ann", may: member }, parts),
      new SimulatedClient("desk", { by: "bo", may: member }, parts),
      // A guest who says to be ann, and whose page calls itself as one of ann's does.
      new SimulatedClient("laptop", { by: "ann", joined: "eve", may: joined }, parts),
    ].slice(0, 2 + this.#dice.roll(3));
    this.#server.boot();
  }

  async moment(): Promise<void> {
    const client = this.#dice.pick(this.#clients);
    const kind = this.#dice.weighted({
      ...{
        deliver: 90,
        step: this.#steps.some ? 60 : 0,
        act: 30,
        connect: client.wire || this.#away.has(client) ? 0 : 12,
        late: this.#late.length * 4,
      },
      ...{
        breakOff: client.wire ? 3 : 0,
        away: client.wire ? 0.6 : 0,
        reload: 1,
        kill: this.#server.isUp ? 1.2 : 0,
        boot: this.#server.isUp ? 0 : 12,
      },
      ...{ flush: 4, edit: this.#server.isUp ? 2 : 0, loseJournal: this.#server.isUp ? 0 : 2, night: 0.3 },
    });
    this.#does[kind]?.(client);
    await this.#steps.rest();
  }

  readonly #does: Readonly<Record<string, (client: SimulatedClient) => void>> = {
    deliver: () => this.#deliver(),
    step: () => this.#steps.one(),
    act: (client) => client.act(),
    connect: (client) => client.connect(this.#server),
    // Offline for hours: until everything heals.
    away: (client) => {
      this.#away.add(client);
      this.#gaveUp(client.breakOff());
    },
    breakOff: (client) => this.#gaveUp(client.breakOff()),
    reload: (client) => this.#gaveUp(client.reload()),
    late: () => this.#lateMessage(),
    kill: () => this.#kill(),
    boot: () => this.#server.boot(),
    flush: () => this.#flush(),
    edit: () => this.#edit(),
    loseJournal: () => this.#loseJournal(),
    night: () => this.#night(),
  };

  /** Everything works again: what waits is sent, what was missed is read. Whoever is connected connects anew once, as after a sleep. */
  async heal(): Promise<void> {
    if (!this.#server.isUp) this.#server.boot();
    for (const turn of ["as they are", "anew"]) {
      for (const client of this.#clients) {
        if (turn === "anew") client.breakOff();
        client.connect(this.#server);
      }
      this.#late = [];
      await this.#quiet();
    }
  }

  result(): Run {
    const [server, clients] = [this.#server, this.#clients];
    const entries = [...server.told.values()].reduce((sum, { length }) => sum + length, 0);
    const sent = clients.reduce((sum, client) => sum + client.sent.size, 0);
    const tray = clients.reduce((sum, client) => sum + (client.shown?.tray.length ?? 0) + client.settled.size, 0);
    return {
      wrong: wrongAbout(server, clients),
      counts: { entries, sent, tray, kills: this.#kills, lives: this.#lives },
    };
  }

  async #quiet(): Promise<void> {
    for (let i = 0; i < 5_000; i++) {
      await this.#steps.rest();
      const wires = this.#clients.flatMap(({ wire }) => (wire ? [wire] : []));
      if (this.#steps.some) this.#steps.one();
      else if (!this.#deliver(0) && wires.every(({ up, down }) => up.length + down.length === 0)) return;
    }
  }

  /** Brings one message one way; now and then twice, now and then not at all. False when there is none. */
  #deliver(fails = 1): boolean {
    const ways = this.#clients.flatMap((client) => {
      const { wire } = client;
      if (!wire) return [];
      return [
        ...(wire.up.length > 0 ? [{ client, wire, up: true }] : []),
        ...(wire.down.length > 0 ? [{ client, wire, up: false }] : []),
      ];
    });
    if (ways.length === 0) return this.#hangUp();
    const { client, wire, up } = this.#dice.pick(ways);
    if (up) {
      const [message] = wire.up.splice(0, 1);
      if (message && this.#dice.percent(2 * fails)) wire.up.push(structuredClone(message));
      if (message) this.#server.hear(wire, message);
    } else {
      const [message] = wire.down.splice(0, 1);
      if (message?.kind !== "welcome" && this.#dice.percent(fails)) return true;
      if (message && message.kind !== "welcome" && this.#dice.percent(2 * fails))
        wire.down.push(structuredClone(message));
      if (message) client.hear(message);
    }
    return true;
  }

  /** A client notices that the server does not hear it any more. */
  #hangUp(): boolean {
    const client = this.#clients.find(({ wire }) => wire && !wire.heard && wire.down.length === 0);
    client?.breakOff();
    if (client && !this.#away.has(client)) client.connect(this.#server);
    return client !== undefined;
  }

  #gaveUp(wire: Wire | undefined): void {
    if (wire && wire.up.length > 0) this.#late.push(wire);
  }

  #lateMessage(): void {
    const wire = this.#dice.pick(this.#late);
    const [message] = wire.up.splice(0, 1);
    if (message) this.#server.hear(wire, message);
    this.#late = this.#late.filter(({ up }) => up.length > 0);
  }

  #kill(): void {
    this.#kills += 1;
    this.#server.kill();
    this.#late = [];
  }

  #loseJournal(): void {
    this.#lives += 1;
    this.#server.loseJournal();
  }

  #flush(): void {
    this.#server.flushed = this.#server.disk.length;
  }

  #edit(): void {
    const { files } = this.#server;
    const edited = editedFiles(files, this.#dice);
    if (edited && checkDocument(edited).length === 0)
      this.#server.enter(difference(files, edited), this.#dice.percent(10));
  }

  #night(): void {
    const days = ["2026-11-24", "2026-11-25", "2027-01-02", "2027-07-01"];
    this.#server.day = days[Math.min(days.indexOf(this.#server.day) + 1, days.length - 1)] as string;
  }
}
