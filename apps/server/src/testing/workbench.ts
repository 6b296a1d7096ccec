// For tests: a workbench on a scratch copy of a worked example, and people who use it over real HTTP and sockets.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CommandCall, commands, type Document, type Knowledge, runCommands } from "@parapet/core";
import { type Engine, type FromServer, protocol, Replica, type Shown } from "@parapet/live";
import { WebSocket } from "ws";
import { Session } from "../../../cli/src/session.ts";
import { workplaceAt } from "../../../cli/src/workplace.ts";
import { type Running, type ServerOptions, serve } from "../server.ts";
import type { Workplace } from "../workplace.ts";

/** The day of all tests. */
export const today = "2026-11-24";

const examples = join(import.meta.dirname, "../../../../examples");

/** A scratch folder with the files of a worked example. */
export function scratchCopy(example: "shop" | "assistant" | "tenants"): string {
  const folder = join(mkdtempSync(join(tmpdir(), "parapet-up-")), example);
  cpSync(join(examples, example), folder, {
    recursive: true,
    filter: (path) => !/[/\\](\.parapet|expected)$/.test(path),
  });
  return folder;
}

export class Workbench {
  readonly folder: string;
  readonly running: Running;
  readonly origin: string;
  readonly #people: Person[] = [];

  private constructor(folder: string, running: Running) {
    this.folder = folder;
    this.running = running;
    this.origin = `http://127.0.0.1:${running.port}`;
  }

  /** Starts a workbench on a folder. */
  static async on(
    folder: string,
    more: Partial<Workplace> = {},
    options: Omit<ServerOptions, "workplace" | "port"> = {},
  ): Promise<Workbench> {
    const workplace = workplaceAt(new Session({ now: today, as: "ann" }), folder, undefined);
    if (!workplace.ok) throw new Error(workplace.problems[0]?.say);
    const sessions = { read: () => [], save: () => undefined };
    const running = await serve({ ...options, workplace: { ...workplace.value, sessions, ...more }, port: 0 });
    return new Workbench(folder, running);
  }

  /** A cookie of a new session of the host. */
  async cookie(): Promise<string> {
    const answer = await fetch(this.running.link(), { redirect: "manual" });
    return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  }

  /** Somebody at this machine who is connected to a model. */
  async person(model: string, client: string): Promise<Person> {
    const person = new Person(this.origin, model, client, await this.cookie());
    this.#people.push(person);
    await person.arrive();
    return person;
  }

  async close(remove = true): Promise<void> {
    for (const person of this.#people) person.leave();
    await this.running.close();
    if (remove) rmSync(join(this.folder, ".."), { recursive: true, force: true });
  }
}

/** A real replica over a real socket. */
export class Person {
  readonly cookie: string;
  readonly heard: FromServer[] = [];
  shown: Shown | undefined;
  #replica: Replica | undefined;
  #socket: WebSocket | undefined;
  readonly #origin: string;
  readonly #model: string;
  readonly #client: string;
  readonly #watchers = new Set<() => void>();

  constructor(origin: string, model: string, client: string, cookie: string) {
    this.#origin = origin;
    this.#model = model;
    this.#client = client;
    this.cookie = cookie;
  }

  get document(): Document {
    if (!this.shown) throw new Error("nothing is shown yet");
    return this.shown.document;
  }

  /** Reads the knowledge and connects; comes back when the room has said welcome. */
  async arrive(): Promise<void> {
    if (!this.#replica) {
      const knowledge = (await (await this.get(`/models/${this.#model}/knowledge`)).json()) as Knowledge;
      this.#replica = new Replica({
        engine: engineOver(knowledge),
        client: this.#client,
        shelf: { save: () => undefined },
        changed: (shown) => {
          this.shown = shown;
          for (const watcher of this.#watchers) watcher();
        },
        post: (message) => this.#socket?.send(JSON.stringify(message)),
      });
    }
    const replica = this.#replica;
    const socket = new WebSocket(`${this.#origin.replace("http", "ws")}/models/${this.#model}/live`, {
      headers: { cookie: this.cookie, origin: this.#origin },
    });
    this.#socket = socket;
    socket.on("open", () => socket.send(JSON.stringify(replica.hello(protocol))));
    socket.on("message", (data) => {
      const message = JSON.parse(String(data)) as FromServer;
      this.heard.push(message);
      void replica.receive(message);
    });
    socket.on("close", () => replica.lost());
    await new Promise<void>((done, failed) => {
      socket.on("error", failed);
      this.until(({ connected }) => connected).then(done, failed);
    });
    socket.on("error", () => undefined);
  }

  leave(): void {
    this.#socket?.close();
  }

  /** The connection breaks. */
  breakOff(): void {
    this.#socket?.terminate();
  }

  async send(title: string, ...calls: readonly CommandCall[]) {
    return this.#replica?.send(title, calls);
  }

  async undo(): Promise<void> {
    await this.#replica?.undo();
  }

  say(message: object): void {
    this.#socket?.send(JSON.stringify(message));
  }

  get(path: string): Promise<Response> {
    return fetch(this.#origin + path, { headers: { cookie: this.cookie } });
  }

  post(path: string, body: unknown): Promise<Response> {
    return fetch(this.#origin + path, {
      method: "POST",
      headers: { cookie: this.cookie, origin: this.#origin, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  /** Waits until something is so. */
  until(is: (shown: Shown) => boolean): Promise<void> {
    return this.#wait(() => this.shown !== undefined && is(this.shown));
  }

  /** Waits until a message of a kind was heard. */
  async hears<K extends FromServer["kind"]>(kind: K): Promise<Extract<FromServer, { kind: K }>> {
    const find = () =>
      this.heard.find((message) => message.kind === kind) as Extract<FromServer, { kind: K }> | undefined;
    while (find() === undefined) await new Promise((done) => setTimeout(done, 5));
    return find() as Extract<FromServer, { kind: K }>;
  }

  #wait(is: () => boolean): Promise<void> {
    if (is()) return Promise.resolve();
    return new Promise((done) => {
      const watcher = (): void => {
        if (!is()) return;
        this.#watchers.delete(watcher);
        done();
      };
      this.#watchers.add(watcher);
    });
  }
}

const byName = new Map(commands.map((command) => [command.card.name, command]));

/** The engine of a page: what reads the analysis is the server's. */
function engineOver(knowledge: Knowledge): Engine {
  const analysis = (): never => {
    throw new Error("a page analyses in its worker");
  };
  return {
    run: (calls, made) =>
      runCommands(calls, {
        ...made,
        by: made.by || "nobody",
        knowledge,
        load: async (name) => (await byName.get(name)?.load())?.body,
        analyse: analysis,
      }),
    analysis,
    permission: (name) => byName.get(name)?.card.permission,
    runsHere: (name) => byName.get(name)?.card.reads === "document",
  };
}
