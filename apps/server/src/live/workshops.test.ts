// A workshop with several people over real sockets: votes that nobody sees before they are turned over, notes in silence, who is there.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FromServer, OwnState, WorkshopState } from "@parapet/live";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { type Person, scratchCopy, Workbench } from "../testing/workbench.ts";

type Heard = Extract<FromServer, { kind: "workshop" }>;

const host = "workbench.test";
let workbench: Workbench;
let ann: Person;
let code: string;

beforeAll(async () => {
  workbench = await Workbench.on(
    scratchCopy("assistant"),
    {},
    {
      names: [host],
      share: { edit: false, opened: () => undefined },
    },
  );
  ann = await workbench.person("assistant", "ann");
  for (const id of ["first-look", "other"]) {
    const planned = await ann.post("/models/assistant/commands/plan-workshop", {
      input: { id, title: id, kind: "enumeration", facilitator: "ann" },
    });
    expect(planned.status, await planned.clone().text()).toBe(200);
  }
  const room = await ann.post("/share", { model: "assistant", workshop: "first-look" });
  ({ code } = (await room.json()) as { code: string });
});
afterAll(() => workbench.close());

/** A phone on the network: everything that it hears is kept, byte for byte. */
class Phone {
  readonly raw: string[] = [];
  readonly #socket: WebSocket;

  private constructor(cookie: string) {
    const { port } = workbench.running;
    const headers = { host: `${host}:${port}`, origin: `http://${host}:${port}`, cookie };
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}/models/assistant/live`, { headers });
    this.#socket.on("message", (data) => this.raw.push(String(data)));
    this.#socket.on("open", () => this.say({ kind: "hello", protocol: 1, seen: 0 }));
    this.#socket.on("error", () => undefined);
  }

  static async of(name: string): Promise<Phone> {
    const joined = await fetch(`${workbench.origin}/share/join`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code, name }),
    });
    return new Phone((joined.headers.get("set-cookie") ?? "").split(";")[0] ?? "");
  }

  say(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  act(act: object, workshop = "first-look"): void {
    this.say({ kind: "workshop", workshop, act });
  }

  leave(): void {
    this.#socket.close();
  }

  get heard(): readonly Heard[] {
    return this.raw
      .map((text) => JSON.parse(text) as FromServer)
      .filter((one): one is Heard => one.kind === "workshop");
  }

  get state(): WorkshopState | undefined {
    return this.heard.at(-1)?.state as WorkshopState | undefined;
  }

  get own(): (OwnState & { problems?: { say: string }[] }) | undefined {
    return this.heard.findLast(({ own }) => own !== undefined)?.own as OwnState | undefined;
  }
}

const until = async (is: () => boolean | undefined): Promise<void> => {
  while (!is()) await new Promise((done) => setTimeout(done, 5));
};
const act = (what: object, workshop = "first-look") => ann.say({ kind: "workshop", workshop, act: what });
const annState = () =>
  ann.heard.findLast((one): one is Heard => one.kind === "workshop" && one.workshop === "first-look")?.state as
    | WorkshopState
    | undefined;

/** Everything below the folder, and all that was said to anybody. */
function everywhere(...phones: readonly Phone[]): string {
  const below = join(workbench.folder, "threat-model");
  const files = readdirSync(below, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));
  return [...texts, ...phones.flatMap(({ raw }) => raw), JSON.stringify(ann.heard)].join("\n");
}

describe("a workshop", () => {
  test("knows who is there, and who has gone", async () => {
    act({ kind: "join" });
    const [bo, eve] = await Promise.all([Phone.of("Bo"), Phone.of("Eve")]);
    const names = () =>
      annState()
        ?.attending.filter(({ here }) => here)
        .map(({ name }) => name)
        .sort();
    await until(() => names()?.length === 3);
    expect(names()).toEqual(["Bo (guest)", "Eve (guest)", "ann"]);
    bo.leave();
    await until(() => names()?.length === 2);
    expect(annState()?.attending.map(({ name }) => name)).toContain("Bo (guest)");
    eve.leave();
    await until(() => names()?.length === 1);
  });

  test("keeps votes from everybody until they are turned over, and then who voted what", async () => {
    const [bo, eve] = await Promise.all([Phone.of("Bo"), Phone.of("Eve")]);
    act({ kind: "open-vote", threat: "any@model", factors: ["damage"] });
    await until(() => bo.state?.vote !== undefined && eve.state?.vote !== undefined);
    // Values that nothing else holds by accident.
    bo.act({ kind: "cast", values: { damage: 7.7311 } });
    eve.act({ kind: "cast", values: { damage: 3.9173 } });
    await until(() => annState()?.vote?.voted.length === 2);
    await ann.get("/models/assistant/written");
    expect(everywhere(bo, eve)).not.toMatch(/7\.7311|3\.9173/);
    act({ kind: "reveal" });
    await until(() => eve.state?.vote?.phase === "revealed");
    expect(eve.state?.vote?.spread).toEqual({ damage: [3.9173, 7.7311] });
    expect(JSON.stringify(eve.state?.vote)).not.toContain("Bo");
    act({ kind: "drop-vote" });
    bo.leave();
    eve.leave();
  });

  test("lets everybody see their own notes alone until all are shown", async () => {
    const [bo, eve] = await Promise.all([Phone.of("Bo"), Phone.of("Eve")]);
    act({ kind: "open-silence" });
    await until(() => bo.state?.silence !== undefined);
    bo.act({ kind: "note", id: "n1", text: "Somebody reads the backups" });
    await until(() => bo.own?.notes.length === 1);
    await until(() => Object.values(eve.state?.silence?.counts ?? {}).includes(1));
    expect(everywhere(eve)).not.toContain("reads the backups");
    act({ kind: "show-notes" });
    await until(() => eve.state?.silence?.phase === "shown");
    expect(eve.state?.silence?.notes).toMatchObject([{ text: "Somebody reads the backups", by: "Bo (guest)" }]);
    bo.leave();
    eve.leave();
  });

  test("is led by the host alone, and by nobody of another invitation", async () => {
    const eve = await Phone.of("Eve");
    await until(() => eve.state !== undefined);
    eve.act({ kind: "start-timer", seconds: 60 });
    await until(() => (eve.own?.problems?.length ?? 0) > 0);
    expect(eve.own?.problems?.[0]?.say).toContain("does not lead this workshop");
    const before = eve.raw.length;
    eve.act({ kind: "note", id: "x", text: "elsewhere" }, "other");
    act({ kind: "join" }, "other");
    act({ kind: "step", step: 3 });
    await until(() => eve.state?.step === 3);
    expect(eve.raw.slice(before).some((text) => text.includes('"other"'))).toBe(false);
    act({ kind: "join" }, "none-of-this-name");
    eve.leave();
  });

  test("is forgotten when it ends", async () => {
    for (const name of ["start-workshop", "end-workshop"]) {
      const done = await ann.post(`/models/assistant/commands/${name}`, { input: { workshop: "other" } });
      expect(done.status, await done.clone().text()).toBe(200);
    }
    const before = ann.heard.length;
    act({ kind: "step", step: 1 }, "other");
    act({ kind: "step", step: 4 });
    await until(() => annState()?.step === 4);
    expect(ann.heard.slice(before).some((one) => one.kind === "workshop" && one.workshop === "other")).toBe(false);
  });
});
