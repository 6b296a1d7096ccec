import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Reading } from "../source.ts";
import { composeName } from "./card.ts";
import { readCompose } from "./read.ts";
import { technologies } from "./samples/technologies.ts";
import { contextOf, expectWhole, flows, reading } from "./testing/reading.ts";

describe("the sample shop", () => {
  const folder = new URL("./samples/shop/", import.meta.url);
  const file = (path: string) =>
    existsSync(new URL(path, folder)) && !path.endsWith("/") ? safe(new URL(path, folder)) : undefined;
  const each = readCompose({ path: "compose.yaml", text: file("compose.yaml") ?? "" }, { technologies, file })
    .reading as Reading;

  test("flows", () => {
    expectWhole(each);
    expect(flows(each)).toEqual([
      "api>api-payments-example https",
      "api>cache redis",
      "api>db postgresql",
      "api>uploads file",
      "backup>db file",
      "host-user>db postgresql",
      "internet-caller>mail",
      "internet-caller>proxy http",
      "internet-caller>proxy https",
      "proxy>api http",
      "worker>cache redis",
      "worker>container-runtime unix-socket",
      "worker>db postgresql",
      "worker>uploads file",
    ]);
  });

  test("every thing and every stated fact says where it is seen", () => {
    for (const key of ["zones", "elements", "flows", "entry-points", "dependencies"] as const) {
      for (const [id, thing] of Object.entries(each.things[key] ?? {})) {
        expect([id, ...[thing.seen].flat()]).toEqual([
          id,
          expect.stringMatching(/:[1-9][0-9]*$/),
          ...[thing.seen].flat().slice(1),
        ]);
        for (const fact of Object.values(thing.facts ?? {})) expect(fact).toHaveProperty("seen");
      }
    }
  });

  test("the same input gives the same bytes", () => {
    const again = readCompose(
      { path: "compose.yaml", text: file("compose.yaml") ?? "" },
      { technologies, file },
    ).reading;
    expect(JSON.stringify(again)).toBe(JSON.stringify(each));
  });
});

describe("hostile input", () => {
  test.each([
    ["empty", ""],
    ["a list", "- a\n"],
    ["a scalar", "hello"],
    ["broken", "services: [\n"],
    ["deep", `services: ${"[".repeat(3000)}`],
  ])("%s gives one problem", (_name, text) => {
    const read = readCompose({ path: "compose.yaml", text }, contextOf({}));
    expect(read.reading).toBeUndefined();
    expect(read.problems).toHaveLength(1);
  });

  test("more than 2,000 services are noted, and many are read in time", () => {
    const text = `services:\n${Array.from({ length: 2100 }, (_, i) => `  s${i}: {image: x, environment: {A_HOST: s${i + 1}}}`).join("\n")}\n`;
    const started = performance.now();
    const each = readCompose({ path: "compose.yaml", text }, contextOf({})).reading;
    expect(Object.keys(each?.things.elements ?? {})).toHaveLength(2000);
    expect(each?.notes.some((note) => /first 2000/.test(note.say))).toBe(true);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test("many outside hosts and many mentions of one are bounded", () => {
    const many = (host: (i: number) => string) =>
      Array.from({ length: 8_000 }, (_, i) => `      K${i}_URL: http://${host(i)}.example.com\n`).join("");
    const text = `services:\n  a:\n    environment:\n${many((i) => `h${i}`)}  b:\n    environment:\n${many(() => "h0")}`;
    const started = performance.now();
    const each = readCompose({ path: "compose.yaml", text }, contextOf({})).reading as Reading;
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(Object.keys(each.things.dependencies ?? {})).toHaveLength(300);
    expect(each.things.dependencies?.["h0-example-com-service"]?.["used-by"]).toEqual(["a", "b"]);
    expect(each.notes.filter((note) => /Only the first 300 outside hosts/.test(note.say))).toHaveLength(1);
  });

  const word = fc.constantFrom(
    "web",
    "db",
    "x",
    "1",
    "",
    "constructor",
    "__proto__",
    "${X:-${Y}}",
    "$$",
    "a:b:c",
    "80:80",
    "http://db:1/",
    "/var/run/docker.sock:/s",
    "v:/d",
    "null",
    "[",
    "é",
    "a".repeat(300),
  );
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: "small" },
      word,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("node"), { maxLength: 3 }),
      fc.dictionary(word, tie("node"), { maxKeys: 4 }),
    ),
  })).node;
  const key = fc.constantFrom(
    "image",
    "build",
    "ports",
    "environment",
    "networks",
    "volumes",
    "command",
    "links",
    "depends_on",
    "extends",
    "labels",
    "user",
    "network_mode",
    "env_file",
    "expose",
    "cap_add",
    "privileged",
    "container_name",
  );
  const project = fc.record(
    {
      services: fc.dictionary(word, fc.oneof(tree, fc.dictionary(key, tree)), { maxKeys: 5 }),
      networks: tree,
      volumes: tree,
      name: tree,
    },
    { requiredKeys: ["services"] },
  );

  test("any structure gives a whole reading or problems", () => {
    fc.assert(
      fc.property(project, (value) => {
        const read = readCompose(
          { path: "a/compose.yaml", text: JSON.stringify(value) },
          contextOf({ "a/.env": "X=web\nY" }),
        );
        expect(read.problems.filter((each) => each.code === "internal")).toEqual([]);
        if (read.reading) expectWhole(read.reading);
      }),
      { numRuns: 200 },
    );
  });

  test("any cut of a real file gives a whole reading or problems", () => {
    const text = safe(new URL("./samples/shop/compose.yaml", import.meta.url)) ?? "";
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(text.length),
        fc.constantFrom("", "[", "&a ", "*a", "\t", "\u0000", "'"),
        (from, to, put) => {
          const read = readCompose(
            { path: "compose.yaml", text: text.slice(0, from) + put + text.slice(Math.max(from, to)) },
            contextOf({}),
          );
          expect(read.problems.filter((each) => each.code === "internal")).toEqual([]);
          if (read.reading) expectWhole(read.reading);
        },
      ),
      { numRuns: 150 },
    );
  });
});

const corpus = new URL("../../../../../shared/corpus/system/compose/", import.meta.url);
describe.skipIf(!existsSync(corpus))("compose files of real projects", () => {
  test.each(existsSync(corpus) ? readdirSync(corpus).filter((name) => composeName(name)) : [])("%s", (name) => {
    const each = reading(readFileSync(new URL(name, corpus), "utf8"), {}, name);
    expect(Object.keys(each.things.elements ?? {}).length).toBeGreaterThan(0);
  });
});

function safe(url: URL): string | undefined {
  try {
    return readFileSync(url, "utf8");
  } catch {
    return undefined;
  }
}
