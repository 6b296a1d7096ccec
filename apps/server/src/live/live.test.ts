// People over real sockets: what one does the others see, what contradicts goes to the tray, what breaks the protocol is sent away.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FileStore } from "@parapet/adapters";
import { maxFrame } from "@parapet/live";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { scratchCopy, Workbench } from "../testing/workbench.ts";

let workbench: Workbench;
beforeAll(async () => {
  workbench = await Workbench.on(scratchCopy("shop"));
});
afterAll(() => workbench.close());

const addZone = (id: string) => ({ name: "add-zone", input: { id, title: `Zone ${id}` } });

describe("two people", () => {
  test("see each other's edits, and who is where", async () => {
    const ann = await workbench.person("shop", "ann1");
    const bo = await workbench.person("shop", "bo1");
    await ann.send("Add a zone", addZone("annex"));
    expect(ann.document.model.zones?.annex).toBeDefined();
    await bo.until(({ document }) => document.model.zones?.annex !== undefined);
    await ann.until(({ waiting }) => waiting.length === 0);
    ann.say({ kind: "presence", presence: { room: "decomposition", selected: ["annex"] } });
    const moved = async () => {
      for (;;) {
        const peer = bo.heard.findLast(({ kind }) => kind === "peer");
        if (peer?.kind === "peer" && peer.peer.presence.room) return peer.peer;
        await new Promise((done) => setTimeout(done, 5));
      }
    };
    expect(await moved()).toMatchObject({ name: "ann", guest: false, presence: { selected: ["annex"] } });
    ann.leave();
    const { session } = await bo.hears("left");
    expect(session).toBe(ann.shown?.you?.session);
  });

  test("who comes hears how many things wait in proposals, and who is there when they are settled", async () => {
    const ann = await workbench.person("shop", "ann-proposals");
    expect((await ann.hears("proposals")).count).toBe(0);
    const compose = join(workbench.folder, "compose.yaml");
    writeFileSync(
      compose,
      readFileSync(compose, "utf8").replace("services:\n", "services:\n  fax:\n    image: nginx:1.29.3\n"),
    );
    const found = (await (await ann.post("/models/shop/discover", {})).json()) as { proposal: { id: string } | null };
    const told = () => ann.heard.flatMap((said) => (said.kind === "proposals" ? [said.count] : []));
    const count = told().at(-1) ?? 0;
    expect(count).toBeGreaterThan(0);
    const bo = await workbench.person("shop", "bo-proposals");
    expect((await bo.hears("proposals")).count).toBe(count);
    await ann.post(`/models/shop/proposals/${found.proposal?.id}/refuse`, { why: "Never ours" });
    while (told().at(-1) !== 0) await new Promise((done) => setTimeout(done, 5));
    const cy = await workbench.person("shop", "cy-proposals");
    expect((await cy.hears("proposals")).count).toBe(0);
  });

  test("who is there hears of what a command line puts beside the model, and of what it takes away", async () => {
    const ann = await workbench.person("shop", "ann-beside");
    const told = () => ann.heard.flatMap((said) => (said.kind === "proposals" ? [said.count] : []));
    const hears = async (count: number) => {
      while (told().at(-1) !== count) await new Promise((done) => setTimeout(done, 5));
    };
    await hears(0);
    const beside = new FileStore(join(workbench.folder, "threat-model"));
    const zone = { collection: "model.zones" as const, id: "beside", after: { title: "Beside" } };
    const proposal = { id: "beside", title: "Beside", sentences: [], changes: [zone], base: "" };
    await beside.propose(proposal);
    await hears(1);
    await beside.settle(proposal.id);
    await hears(0);
    expect((await beside.proposals()).ok).toBe(true);
  });

  test("a name that both set at once: the first stands, the other's goes to the tray", async () => {
    const ann = await workbench.person("shop", "ann2");
    const bo = await workbench.person("shop", "bo2");
    const rename = (title: string) => ({
      name: "set-field",
      input: { id: "storefront", field: "title", value: title },
    });
    await Promise.all([ann.send("Ann's name", rename("Shop window")), bo.send("Bo's name", rename("Shop front"))]);
    await ann.until(({ waiting }) => waiting.length === 0);
    await bo.until(({ waiting }) => waiting.length === 0);
    await Promise.all([
      ann.until(({ head }) => head === bo.shown?.head),
      bo.until(({ head }) => head === ann.shown?.head),
    ]);
    expect(ann.document).toEqual(bo.document);
    const trays = [...(ann.shown?.tray ?? []), ...(bo.shown?.tray ?? [])];
    expect(trays.map(({ why }) => why)).toEqual(["conflict"]);
  });

  test("who was away catches up with what it missed alone", async () => {
    const ann = await workbench.person("shop", "ann3");
    const bo = await workbench.person("shop", "bo3");
    bo.breakOff();
    await bo.until(({ connected }) => !connected);
    await bo.send("While away", addZone("offline-zone"));
    await ann.send("Meanwhile", addZone("online-zone"));
    await ann.until(({ waiting }) => waiting.length === 0);
    const before = bo.heard.length;
    await bo.arrive();
    await bo.until(({ waiting }) => waiting.length === 0);
    await ann.until(({ document }) => document.model.zones?.["offline-zone"] !== undefined);
    expect(bo.document.model.zones).toHaveProperty("online-zone");
    const welcome = bo.heard.slice(before).find(({ kind }) => kind === "welcome");
    expect(welcome).not.toHaveProperty("document");
  });
});

describe("a frame", () => {
  const closing = async (frame: string | Buffer, hello = true): Promise<{ code: number; reason: string }> => {
    const cookie = await workbench.cookie();
    const socket = new WebSocket(`${workbench.origin.replace("http", "ws")}/models/shop/live`, {
      headers: { cookie, origin: workbench.origin },
    });
    const closed = new Promise<{ code: number; reason: string }>((done) => {
      socket.on("close", (code, reason) => done({ code, reason: String(reason) }));
    });
    socket.on("error", () => undefined);
    socket.on("open", () => {
      if (hello) socket.send(JSON.stringify({ kind: "hello", protocol: 1, seen: 0 }));
      socket.send(frame);
    });
    return closed;
  };

  test.each([
    ["no JSON", "{", 1007, "not JSON"],
    ["bytes", Buffer.from([1, 2, 3]), 1003, "text"],
    ["an unknown kind", JSON.stringify({ kind: "own", everything: true }), 1008, "nothing that the protocol knows"],
    ["a field too many", JSON.stringify({ kind: "ping", by: "bo" }), 1008, "nothing that the protocol knows"],
    ["null", "null", 1007, "not JSON"],
  ])("%s ends the connection with a reason", async (_name, frame, code, reason) => {
    const closed = await closing(frame);
    expect(closed.code).toBe(code);
    expect(closed.reason).toContain(reason);
  });

  test("over the limit ends it, and the workbench goes on", async () => {
    // Who is still sending when the connection ends may see it broken rather than closed.
    expect([1009, 1006]).toContain((await closing("x".repeat(maxFrame + 1))).code);
    expect((await fetch(`${workbench.origin}/models`, { headers: { cookie: await workbench.cookie() } })).status).toBe(
      200,
    );
  });

  test("of a page of another version is told to reload", async () => {
    const hello = JSON.stringify({ kind: "hello", protocol: 99, seen: 0 });
    expect(await closing(hello, false)).toEqual({
      code: 1002,
      reason: "This page is of another version; reload it.",
    });
  });

  test("after very many others ends it, and the workbench goes on", async () => {
    const cookie = await workbench.cookie();
    const socket = new WebSocket(`${workbench.origin.replace("http", "ws")}/models/shop/live`, {
      headers: { cookie, origin: workbench.origin },
    });
    const closed = new Promise<object>((done) => {
      socket.on("close", (code, reason) => done({ code, reason: String(reason) }));
    });
    socket.on("error", () => undefined);
    socket.on("open", () => {
      socket.send(JSON.stringify({ kind: "hello", protocol: 1, seen: 0 }));
      for (let i = 0; i < 5_000; i++) socket.send(JSON.stringify({ kind: "ping" }));
    });
    expect(await closed).toEqual({ code: 1008, reason: "Too many messages." });
    expect((await fetch(`${workbench.origin}/models`, { headers: { cookie } })).status).toBe(200);
  });

  test("of a model that there is not ends it with its name", async () => {
    const cookie = await workbench.cookie();
    const socket = new WebSocket(`${workbench.origin.replace("http", "ws")}/models/cellar/live`, {
      headers: { cookie, origin: workbench.origin },
    });
    const closed = new Promise<{ code: number; reason: string }>((done) => {
      socket.on("close", (code, reason) => done({ code, reason: String(reason) }));
    });
    expect(await closed).toMatchObject({ code: 4004, reason: expect.stringContaining("cellar") });
  });

  test("before hello ends it too", async () => {
    expect(await closing(JSON.stringify({ kind: "ping" }), false)).toMatchObject({
      code: 1008,
      reason: "The first message is hello.",
    });
  });
});
