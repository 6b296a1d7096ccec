// The description and the server are one: every address and every command is in it, and what is answered is what it says.
import { commands } from "@parapet/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { type Person, scratchCopy, Workbench } from "../testing/workbench.ts";
import * as answers from "./answers.ts";
import { operations } from "./operations.ts";

type Json = Record<string, unknown>;

let workbench: Workbench;
let ann: Person;
let description: Json & { paths: Record<string, Record<string, Json>>; components: { schemas: Json } };
const routes = new Set<string>();

beforeAll(async () => {
  workbench = await Workbench.on(
    scratchCopy("tenants"),
    {},
    {
      share: { edit: false, opened: () => undefined },
      routed: (method, path) => routes.add(`${method.toLowerCase()} ${path}`),
    },
  );
  ann = await workbench.person("tenants", "ann");
  description = (await (await ann.get("/openapi.json")).json()) as typeof description;
});
afterAll(() => workbench.close());

/** Routes for people, which no program calls. */
const pages = ["/docs", "/docs.css", "/w/:workshop"];

test("every address is described, and every described one is there", () => {
  const asRoute = (path: string) => path.replace(/\{(\w+)\}/g, ":$1");
  const described = operations.map(({ method, path }) => `${method} ${asRoute(path)}`);
  const there = [...routes].filter((route) => !route.startsWith("head ") && !pages.includes(route.split(" ")[1] ?? ""));
  expect([...described].sort()).toEqual(there.sort());
  for (const { method, path } of operations)
    if (!path.endsWith("/commands/{name}")) expect(description.paths[path]?.[method], path).toBeDefined();
});

test("every command is described, with the input that it reads", () => {
  const prefix = "/models/{id}/commands/";
  const named = Object.keys(description.paths)
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
  expect(named.sort()).toEqual(commands.map(({ card }) => card.name).sort());
  for (const { card } of commands) {
    const operation = description.paths[prefix + card.name]?.post as {
      summary: string;
      requestBody: { content: Record<string, { schema: { properties: { input: Json } } }> };
    };
    expect(operation.summary).toBe(card.title);
    expect(operation.requestBody.content["application/json"]?.schema.properties.input.type, card.name).toBe("object");
  }
});

test("every reference leads to a schema, and every operation has a name of its own", () => {
  const refs = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] as string);
  expect(refs.length).toBeGreaterThan(10);
  const known = new Set(Object.keys(description.components.schemas).map((name) => `#/components/schemas/${name}`));
  expect([...new Set(refs)].filter((ref) => !known.has(ref))).toEqual([]);
  const names = Object.values(description.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(new Set(names).size).toBe(names.length);
});

const at = "/models/tenants";
const zone = { input: { id: "annex" } };
const rows: readonly (readonly [string, "get" | "post" | "delete", string, object | undefined, z.ZodType, number])[] = [
  ["the models", "get", "/models", undefined, answers.models, 200],
  ["a model", "get", at, undefined, answers.model, 200],
  ["a model that is not there", "get", "/models/none", undefined, answers.problems, 404],
  ["the knowledge", "get", `${at}/knowledge`, undefined, answers.anything, 200],
  ["the texts", "get", `${at}/texts`, undefined, answers.anything, 200],
  ["a command", "post", `${at}/commands/add-zone`, zone, answers.done, 200],
  [
    "the same again",
    "post",
    `${at}/commands/set-field`,
    { input: { id: "annex", field: "title", value: "Annex" } },
    answers.done,
    200,
  ],
  [
    "what is so already",
    "post",
    `${at}/commands/set-field`,
    { input: { id: "annex", field: "title", value: "Annex" } },
    answers.done,
    200,
  ],
  ["a command that is refused", "post", `${at}/commands/add-zone`, zone, answers.problems, 422],
  ["an input of another form", "post", `${at}/commands/add-zone`, { input: { id: 7 } }, answers.problems, 422],
  ["a command that does not exist", "post", `${at}/commands/fly`, { input: {} }, answers.problems, 404],
  ["a body of another form", "post", `${at}/commands/add-zone`, { inputs: {} }, answers.problems, 400],
  [
    "a base that is not remembered",
    "post",
    `${at}/commands/add-zone`,
    { base: 4_000, input: { id: "later" } },
    answers.problems,
    409,
  ],
  [
    "several commands",
    "post",
    `${at}/commands`,
    {
      title: "Two",
      calls: [
        { name: "add-zone", input: { id: "one" } },
        { name: "add-zone", input: { id: "two" } },
      ],
    },
    answers.done,
    200,
  ],
  [
    "several of which one fails",
    "post",
    `${at}/commands`,
    {
      title: "Two",
      calls: [
        { name: "add-zone", input: { id: "three" } },
        { name: "add-zone", input: { id: "two" } },
      ],
    },
    answers.problems,
    422,
  ],
  ["undo", "post", `${at}/undo`, {}, answers.done, 200],
  ["the log", "get", `${at}/log?limit=1`, undefined, answers.log, 200],
  ["the log with a bad limit", "get", `${at}/log?limit=none`, undefined, answers.problems, 400],
  ["what is written", "get", `${at}/written`, undefined, answers.written, 200],
  ["the changes since HEAD", "get", `${at}/changes`, undefined, answers.changes, 200],
  ["the difference to now", "get", `${at}/diff?from=now`, undefined, answers.diff, 200],
  ["a revision that git does not know", "get", `${at}/diff?from=nowhere`, undefined, answers.problems, 422],
  ["the revisions", "get", `${at}/revisions`, undefined, answers.revisions, 200],
  ["a commit that git may not know", "get", `${at}/commits/abcdef1`, undefined, answers.commit, 200],
  ["a discovery", "post", `${at}/discover`, {}, answers.discovered, 200],
  ["the proposals", "get", `${at}/proposals`, undefined, answers.proposals, 200],
  ["a proposal that does not wait", "post", `${at}/proposals/none/accept`, {}, answers.problems, 404],
  ["refusing one", "post", `${at}/proposals/none/refuse`, { why: "x" }, answers.problems, 404],
  ["the artifacts", "get", `${at}/reports`, undefined, answers.reports, 200],
  ["an artifact of several files", "get", `${at}/reports/data-flow-diagram`, undefined, answers.reportFiles, 200],
  ["an artifact that does not exist", "get", `${at}/reports/none`, undefined, answers.problems, 404],
  ["who I am", "get", "/me", undefined, answers.me, 200],
  ["a link", "post", "/links", {}, answers.link, 200],
  ["sharing", "get", "/share", undefined, answers.share, 200],
  ["opening a workshop", "post", "/share", { model: "tenants", workshop: "first" }, answers.room, 200],
  ["opening one of no model", "post", "/share", { model: "none", workshop: "first" }, answers.problems, 404],
  ["joining by a wrong code", "post", "/share/join", { code: "WRONG", name: "eve" }, answers.problems, 403],
  ["locking", "post", "/share/lock", { locked: false }, answers.share, 200],
  ["closing a workshop", "post", "/share/close", { model: "tenants", workshop: "first" }, answers.share, 200],
  ["sending nobody away", "delete", "/share/nobody", undefined, answers.problems, 404],
  ["no address", "get", "/models/tenants/nothing", undefined, answers.problems, 404],
];

describe("the answer to", () => {
  test.each(rows)("%s is as described", async (_name, method, path, body, schema, status) => {
    const answer = await fetch(workbench.origin + path, {
      method: method.toUpperCase(),
      headers: { cookie: ann.cookie, origin: workbench.origin, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const value: unknown = await answer.json();
    expect(answer.status, JSON.stringify(value).slice(0, 500)).toBe(status);
    expect(answer.headers.get("content-type")).toContain(
      status < 400 ? "application/json" : "application/problem+json",
    );
    const read = schema.safeParse(value);
    expect(read.success ? [] : read.error.issues).toEqual([]);
  });

  test("a join is as described, and so are the guest and the door", async () => {
    const opened = await ann.post("/share", { model: "tenants", workshop: "second" });
    const { code } = answers.room.parse(await opened.json());
    const joined = await fetch(`${workbench.origin}/share/join`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code, name: "Eve" }),
    });
    expect(answers.joined.parse(await joined.json())).toEqual({ model: "tenants", workshop: "second" });
    const cookie = joined.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(
      answers.me.parse(await (await fetch(`${workbench.origin}/me`, { headers: { cookie } })).json()),
    ).toMatchObject({ name: "Eve" });
    expect(answers.share.parse(await (await ann.get("/share")).json()).sessions).toHaveLength(1);
  });

  test("what is kept is named, and not sent twice", async () => {
    for (const path of [`${at}/knowledge`, `${at}/texts`, "/openapi.json"]) {
      const first = await ann.get(path);
      const tag = first.headers.get("etag") as string;
      const again = await fetch(workbench.origin + path, { headers: { cookie: ann.cookie, "if-none-match": tag } });
      expect(again.status).toBe(304);
      expect(first.headers.get("content-encoding")).toBe("gzip");
      const plain = await fetch(workbench.origin + path, {
        headers: { cookie: ann.cookie, "accept-encoding": "identity" },
      });
      expect(await plain.text()).toBe(await first.text());
    }
  });

  test("artifacts and diagrams are files of their own kind", async () => {
    for (const [path, type] of [
      ["/diagram.svg", "image/svg+xml"],
      ["/diagram.drawio", "application/xml"],
      ["/reports/summary", "text/html"],
    ] as const) {
      const headers = { cookie: ann.cookie, accept: "text/html,*/*;q=0.8" };
      const answer = await fetch(workbench.origin + at + path, { headers });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toContain(type);
      expect(answer.headers.get("content-security-policy")).not.toContain("unsafe");
    }
    const picture = await fetch(`${workbench.origin}${at}/diagram.png`, { headers: { cookie: ann.cookie } });
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString("latin1"),
    ).toBe("PNG");
  });

  test("the page about it needs no script and nothing from elsewhere", async () => {
    const text = await (await ann.get("/docs")).text();
    for (const { card } of commands) expect(text).toContain(`id="${card.name}"`);
    expect(text).not.toMatch(/<script|style=|https?:/);
    expect((await ann.get("/docs.css")).headers.get("content-type")).toContain("text/css");
  });
});
