// Who gets an answer, tried over real HTTP and sockets: names, origins, sessions, guests.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { request as secureRequest } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FromServer } from "@parapet/live";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { scratchCopy, Workbench } from "../testing/workbench.ts";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request with exactly these headers, Host too. */
function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  body?: object,
  secure = false,
): Promise<Answer> {
  const all = { host: `127.0.0.1:${port}`, ...headers, ...(body && { "content-type": "application/json" }) };
  return new Promise((done, failed) => {
    const options = { host: "127.0.0.1", port, path, method, headers: all, rejectUnauthorized: false };
    const sent = (secure ? secureRequest : request)(options, (answer) => {
      let text = "";
      answer.on("data", (part) => {
        text += part;
      });
      answer.on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on("error", failed);
    sent.end(body && JSON.stringify(body));
  });
}

const cookieOf = ({ headers }: Answer): string => (headers["set-cookie"]?.[0] ?? "").split(";")[0] ?? "";
const json = <T>({ text }: Answer): T => JSON.parse(text) as T;

describe("on this machine", () => {
  let workbench: Workbench;
  let port: number;
  let cookie: string;
  beforeAll(async () => {
    workbench = await Workbench.on(scratchCopy("assistant"));
    port = workbench.running.port;
    cookie = await workbench.cookie();
  });
  afterAll(() => workbench.close());

  test.each([
    ["another site's name", "evil.example:PORT", 421],
    ["another port", "127.0.0.1:1", 421],
    ["no port", "127.0.0.1", 421],
    ["a name that ends like ours", "127.0.0.1.evil.example:PORT", 421],
    ["a name with ours in front of an @", "127.0.0.1:PORT@evil.example", 421],
    ["its address", "127.0.0.1:PORT", 200],
    ["its name", "LOCALHOST:PORT", 200],
    ["its other address", "[::1]:PORT", 200],
  ])("a request to %s", async (_name, host, status) => {
    const answer = await ask(port, "/models", { host: host.replace("PORT", String(port)), cookie });
    expect(answer.status).toBe(status);
  });

  test.each([
    ["another origin", { origin: "https://evil.example" }, 403],
    ["a page without an origin", { origin: "null" }, 403],
    ["another port of this machine", { origin: "http://127.0.0.1:1" }, 403],
    ["another site, by what the browser says", { "sec-fetch-site": "cross-site" }, 403],
    ["another port, by what the browser says", { "sec-fetch-site": "same-site" }, 403],
    ["its own pages", { origin: "http://127.0.0.1:PORT", "sec-fetch-site": "same-origin" }, 200],
  ])("a command from %s", async (_name, headers, status) => {
    const ours = Object.fromEntries(
      Object.entries(headers).map(([key, value]) => [key, value.replace("PORT", String(port))]),
    );
    const answer = await ask(port, "/models/assistant/undo", { cookie, ...ours }, "POST", {});
    // There is nothing to undo: who may ask is told so.
    expect(answer.status).toBe(status === 200 ? 422 : status);
    expect((await ask(port, "/models", { cookie, ...ours })).status).toBe(status);
  });

  test.each([
    "/",
    "/m/assistant/scoping",
    "/models",
    "/models/assistant",
    "/models/assistant/log",
    "/models/assistant/knowledge",
    "/models/assistant/texts",
    "/models/assistant/reports/summary",
    "/models/assistant/diagram.svg",
    "/models/assistant/changes",
    "/share",
    "/me",
    "/openapi.json",
    "/docs",
    "/w/any",
    "/assets/x.js",
    "/nothing",
  ])("without a session %s says nothing", async (path) => {
    for (const headers of [
      {},
      { cookie: `parapet-${port}=guessed` },
      { authorization: "Bearer guessed-guessed-guessed" },
    ]) {
      const answer = await ask(port, path, headers);
      expect(answer.status).toBe(401);
      expect(answer.text).toContain("no session");
    }
  });

  test("without a session no command is run and no socket opens", async () => {
    expect((await ask(port, "/models/assistant/commands/add-zone", {}, "POST", { input: { id: "x" } })).status).toBe(
      401,
    );
    expect(await opening(port, {})).toBe(401);
    expect(await opening(port, { cookie, origin: "https://evil.example" })).toBe(403);
    expect(await opening(port, { cookie, host: `evil.example:${port}` })).toBe(421);
    expect(await opening(port, { cookie, origin: `http://127.0.0.1:${port}` })).toBe("open");
  });

  test("a link is good once, and who is in stays in", async () => {
    const path = new URL(workbench.running.link()).pathname + new URL(workbench.running.link()).search;
    const first = await ask(port, path);
    expect(first.status).toBe(303);
    expect(first.headers["set-cookie"]?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await ask(port, path)).status).toBe(403);
    expect((await ask(port, path, { cookie: cookieOf(first) })).status).toBe(303);
    expect((await ask(port, "/session?token=guessed")).status).toBe(403);
    expect((await ask(port, "/session")).status).toBe(403);
  });

  test("every answer carries the policy", async () => {
    for (const [path, headers] of [
      ["/models", { cookie }],
      ["/", {}],
      ["/nothing", { cookie }],
      ["/models", {}],
    ] as const) {
      const { headers: got } = await ask(port, path, headers);
      expect(got["content-security-policy"]).toMatch(/^default-src 'self'; script-src 'self'; style-src 'self'; /);
      expect(got["content-security-policy"]).not.toContain("unsafe");
      expect(got["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(got).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
      });
      expect(got).not.toHaveProperty("access-control-allow-origin");
    }
  });

  test("more than is read at once is refused, and what is no JSON", async () => {
    const large = await ask(port, "/models/assistant/commands", { cookie }, "POST", { title: "x".repeat(5_000_000) });
    expect(large.status).toBe(413);
    expect(large.headers["content-type"]).toContain("application/problem+json");
    const sent = await fetch(`http://127.0.0.1:${port}/models/assistant/commands`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: "{",
    });
    expect(sent.status).toBe(400);
  });

  test("only a program of this user says for whom it works", async () => {
    const body = { title: "x", as: "bo", calls: [{ name: "add-zone", input: { id: "as-bo" } }] };
    expect((await ask(port, "/models/assistant/commands", { cookie }, "POST", body)).status).toBe(403);
    const up = JSON.parse(readFileSync(join(workbench.folder, "threat-model/.parapet/up.json"), "utf8")) as {
      secret: string;
    };
    const answer = await ask(
      port,
      "/models/assistant/commands",
      { authorization: `Bearer ${up.secret}` },
      "POST",
      body,
    );
    expect(json(answer)).toMatchObject({ by: "bo" });
  });

  test("it lets nobody else in", async () => {
    expect((await ask(port, "/share/join", {}, "POST", { code: "x", name: "eve" })).status).toBe(403);
    expect((await ask(port, "/share", { cookie }, "POST", { model: "assistant", workshop: "w" })).status).toBe(422);
  });
});

/** What a socket comes to: open, or the status that refuses it. */
function opening(port: number, headers: Record<string, string>): Promise<number | "open"> {
  return new Promise((done) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/models/assistant/live`, { headers });
    socket.on("open", () => {
      socket.close();
      done("open");
    });
    socket.on("unexpected-response", (_request, answer) => done(answer.statusCode ?? 0));
    socket.on("error", () => undefined);
  });
}

/** Somebody who joined over the network, with the sockets that a page would open. */
class Guest {
  readonly heard: FromServer[] = [];
  readonly closed: Promise<number>;
  readonly #socket: WebSocket;
  #number = 0;

  constructor(port: number, headers: Record<string, string>) {
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}/models/assistant/live`, { headers });
    this.#socket.on("message", (data) => this.heard.push(JSON.parse(String(data)) as FromServer));
    this.#socket.on("open", () => this.say({ kind: "hello", protocol: 1, seen: 0 }));
    this.#socket.on("error", () => undefined);
    this.closed = new Promise((done) => this.#socket.on("close", done));
  }

  say(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  async hears<K extends FromServer["kind"]>(kind: K): Promise<Extract<FromServer, { kind: K }>> {
    for (;;) {
      const found = this.heard.find((message) => message.kind === kind);
      if (found) return found as Extract<FromServer, { kind: K }>;
      await new Promise((done) => setTimeout(done, 5));
    }
  }

  /** Sends commands; gives what the room says to them. */
  async send(...calls: object[]): Promise<FromServer> {
    const { head } = await this.hears("welcome");
    this.#number += 1;
    const id = `g${Math.random().toString(36).slice(2)}-${this.#number}`;
    this.say({ kind: "send", id, base: head, title: "By a guest", calls });
    for (;;) {
      const answer = this.heard.find(
        (message) => ("id" in message && message.id === id) || (message.kind === "entry" && message.entry.id === id),
      );
      if (answer) return answer;
      await new Promise((done) => setTimeout(done, 5));
    }
  }

  leave(): void {
    this.#socket.close();
  }
}

const zone = (id: string) => ({ name: "add-zone", input: { id } });
const comment = (text: string) => ({ name: "add-comment", input: { about: "model", text } });

describe.each([
  ["over http that others can read", false],
  ["with --share=edit", true],
])("guests %s", (_name, edit) => {
  let workbench: Workbench;
  let port: number;
  let cookie: string;
  let code: string;
  let spoken: string;
  const name = "workbench.test";
  const outside = (more: Record<string, string> = {}) => ({ host: `${name}:${port}`, ...more });
  const join_ = async (as: string, given = code) =>
    ask(port, "/share/join", outside(), "POST", { code: given, name: as });

  beforeAll(async () => {
    workbench = await Workbench.on(
      scratchCopy("assistant"),
      {},
      { names: [name], share: { edit, opened: () => undefined } },
    );
    port = workbench.running.port;
    cookie = await workbench.cookie();
    const room = json<{ code: string; spoken: string; links: string[]; qr: string[] }>(
      await ask(port, "/share", { cookie }, "POST", { model: "assistant", workshop: "first-look" }),
    );
    ({ code, spoken } = room);
    expect(room.links).toEqual([`http://${name}:${port}/w/first-look#${code}`]);
    expect(code.length * 5).toBeGreaterThanOrEqual(60);
    expect(room.qr.length).toBeGreaterThan(20);
  });
  afterAll(() => workbench.close());

  test("the host's session is worth nothing there", async () => {
    const refused = await ask(port, "/models", outside({ cookie }));
    expect(refused.status).toBe(403);
    // It advises nothing that would not help.
    expect(JSON.stringify(json(refused))).toContain("--public-url");
    expect(JSON.stringify(json(refused))).not.toContain("--share=edit");
    const link = new URL(workbench.running.link());
    expect((await ask(port, link.pathname + link.search, outside())).status).toBe(403);
    // It was not used up by that.
    expect((await ask(port, link.pathname + link.search)).status).toBe(303);
  });

  test("join by the link's code or the spoken one, however it is typed; the host sees them, locks, sends away", async () => {
    const eve = await join_("Eve\u202E\n", spoken.toLowerCase().replace("-", " "));
    expect(json(eve)).toEqual({ model: "assistant", workshop: "first-look" });
    const me = json(await ask(port, "/me", outside({ cookie: cookieOf(eve) })));
    expect(me).toMatchObject({
      name: "Eve",
      guest: true,
      whole: edit,
      workshop: "first-look",
      may: edit ? ["read", "propose", "edit"] : ["read", "propose"],
    });
    const seen = json<{ sessions: { id: string; name: string }[]; readable: string }>(
      await ask(port, "/share", { cookie }),
    );
    expect(seen.readable).toContain("not encrypted");
    const id = seen.sessions.find((one) => one.name === "Eve")?.id as string;
    const guest = new Guest(port, outside({ cookie: cookieOf(eve) }));
    await guest.hears("welcome");
    expect((await ask(port, "/share/lock", { cookie }, "POST", { locked: true })).status).toBe(200);
    expect((await join_("Mallory")).status).toBe(403);
    await ask(port, "/share/lock", { cookie }, "POST", { locked: false });
    expect((await ask(port, `/share/${id}`, { cookie }, "DELETE")).status).toBe(200);
    expect(await guest.hears("removed")).toMatchObject({ say: "The host has ended your session here." });
    expect(await guest.closed).toBe(4001);
    expect((await ask(port, "/me", outside({ cookie: cookieOf(eve) }))).status).toBe(401);
  });

  test("see what they are let see, and their name is a claim", async () => {
    const joined = cookieOf(await join_("ann"));
    const as = outside({ cookie: joined });
    const guest = new Guest(port, as);
    const welcome = await guest.hears("welcome");
    expect(welcome.you).toMatchObject({ name: "ann (guest)", guest: true });
    expect("document" in welcome).toBe(edit);
    expect((await ask(port, "/models/assistant", as)).status).toBe(edit ? 200 : 403);
    expect((await ask(port, "/models/assistant/knowledge", as)).status).toBe(edit ? 200 : 403);
    expect((await ask(port, "/models/other", as)).status).toBe(403);
    for (const path of ["/share", "/links"])
      expect(
        (await ask(port, path, as, path === "/links" ? "POST" : "GET", path === "/links" ? {} : undefined)).status,
      ).toBe(403);
    expect((await ask(port, "/models/assistant/commands/sign-off", as, "POST", { input: {} })).status).toBe(403);
    const host = await workbench.person("assistant", `host${edit}`);
    const before = guest.heard.length;
    await host.send("By the host", zone(`by-host-${edit}`));
    await host.until(({ waiting }) => waiting.length === 0);
    // Comments are for guests; the model is for those who may edit; what another said is for nobody.
    expect((await guest.send(comment("Is this still so?"))).kind).toBe(edit ? "entry" : "unchanged");
    const entry = host.shown?.recent.at(-1);
    await host.until(({ recent }) => recent.some(({ by }) => by === "ann (guest)"));
    expect(host.shown?.recent.findLast(({ by }) => by === "ann (guest)")).toMatchObject({ joined: expect.any(String) });
    expect(entry).toBeDefined();
    const added = await guest.send(zone(`by-guest-${edit}`));
    expect(added).toMatchObject(edit ? { kind: "entry" } : { kind: "refused", why: "not-permitted", missed: [] });
    expect(await guest.send({ name: "answer-question", input: { "said-by": "bo" } })).toMatchObject({
      kind: "refused",
      why: "not-permitted",
    });
    expect(await guest.send({ name: "set-method", input: { method: "cvss" } })).toMatchObject({
      kind: "refused",
      why: "not-permitted",
    });
    if (!edit)
      expect(guest.heard.slice(before).filter(({ kind }) => !["unchanged", "refused"].includes(kind))).toEqual([]);
    guest.leave();
  });

  test("wrong codes are few, and a guessed spoken code helps nobody for long", async () => {
    const wrong = await Promise.all(Array.from({ length: 8 }, (_, n) => join_("Mallory", `WRNG-000${n}`)));
    expect(wrong.map(({ status }) => status)).toEqual(Array(8).fill(403));
    expect(json<{ detail: string }>(await join_("Mallory")).detail).toContain("Too many wrong codes");
  });
});

test("over TLS guests have the whole workbench, and cookies say so", async () => {
  const folder = mkdtempSync(join(tmpdir(), "parapet-tls-"));
  execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-keyout",
      join(folder, "key"),
      "-out",
      join(folder, "cert"),
      "-days",
      "2",
      "-subj",
      "/CN=workbench.test",
      "-addext",
      "subjectAltName=DNS:workbench.test",
    ],
    { stdio: "pipe" },
  );
  const tls = { cert: readFileSync(join(folder, "cert")), key: readFileSync(join(folder, "key")) };
  rmSync(folder, { recursive: true, force: true });
  const workbench = await Workbench.on(
    scratchCopy("assistant"),
    {},
    { tls, names: ["workbench.test"], share: { edit: false, opened: () => undefined } },
  );
  const { port } = workbench.running;
  const host = `workbench.test:${port}`;
  const link = new URL(workbench.running.link());
  expect(link.origin).toBe(`https://${host}`);
  const hostCookie = cookieOf(await ask(port, link.pathname + link.search, { host }, "GET", undefined, true));
  const room = JSON.parse(
    (
      await ask(
        port,
        "/share",
        { host, cookie: hostCookie },
        "POST",
        { model: "assistant", workshop: "first-look" },
        true,
      )
    ).text,
  ) as { code: string; links: string[] };
  const { code } = room;
  expect(room.links[0]).toBe(`https://${host}/w/first-look#${code}`);
  const joined = await ask(port, "/share/join", { host }, "POST", { code, name: "eve" }, true);
  expect(joined.headers["set-cookie"]?.[0]).toContain("Secure");
  const cookie = cookieOf(joined);
  expect((await ask(port, "/models/assistant", { host, cookie }, "GET", undefined, true)).status).toBe(200);
  expect(
    (await ask(port, "/models/assistant/commands/add-zone", { host, cookie }, "POST", { input: { id: "x" } }, true))
      .status,
  ).toBe(403);
  expect((await ask(port, "/models", { host: `evil.example:${port}`, cookie }, "GET", undefined, true)).status).toBe(
    421,
  );
  await workbench.close();
});

test("sessions outlive a restart where they are kept, and no secret is", async () => {
  let kept: readonly unknown[] = [];
  const sessions = {
    read: () => kept as never,
    save: (all: readonly unknown[]) => {
      kept = JSON.parse(JSON.stringify(all));
    },
  };
  const first = await Workbench.on(scratchCopy("assistant"), { sessions });
  const cookie = await first.cookie();
  const secret = cookie.split("=")[1] as string;
  expect(JSON.stringify(kept)).not.toContain(secret);
  await first.close(false);
  const second = await Workbench.on(first.folder, { sessions });
  const { port } = second.running;
  expect((await ask(port, "/models", { cookie: `parapet-${port}=${secret}` })).status).toBe(200);
  await second.close();
});
