import { describe, expect, test } from "vitest";
import { combine } from "../combine.ts";
import type { Reading } from "../source.ts";
import { composeName } from "./card.ts";
import { readCompose } from "./read.ts";
import { contextOf, flows, reading, says } from "./testing/reading.ts";

describe("names of compose files", () => {
  test.each([
    ["compose.yaml", { stem: "compose" }],
    ["deploy/docker-compose.yml", { stem: "docker-compose" }],
    ["docker-compose.prod.yml", { stem: "docker-compose", variant: "prod" }],
    ["docker-compose-dev.yaml", { stem: "docker-compose", variant: "dev" }],
    ["shop.compose.yaml", { stem: "shop.compose" }],
    ["composer.yaml", undefined],
    ["compose.json", undefined],
    ["k8s/deployment.yaml", undefined],
  ])("%s", (path, name) => expect(composeName(path)).toEqual(name));
});

describe("files that belong together", () => {
  const base =
    "services:\n  web:\n    image: x\n    ports: ['80:80']\n    environment: {A_HOST: db, B: '1'}\n  db: {image: postgres}\n";
  test("the override lies over the base", () => {
    const over = "services:\n  web:\n    ports: ['81:81']\n    environment: [A_HOST=cache]\n  cache: {image: redis}\n";
    const each = reading(base, { "compose.override.yaml": over });
    expect(flows(each)).toEqual(["internet-caller>web", "internet-caller>web http", "web>cache redis"]);
    expect(Object.values(each.things["entry-points"] ?? {}).map((entry) => entry.seen)).toEqual([
      "compose.yaml:4",
      "compose.override.yaml:3",
    ]);
    const own = readCompose({ path: "compose.override.yaml", text: over }, contextOf({ "compose.yaml": base }));
    expect(own.reading?.things).toEqual({});
    expect(own.reading?.notes).toHaveLength(1);
  });

  test("a service that stands twice in the override is noted there", () => {
    const over = "services:\n  web: {image: a}\n  web: {image: b}\n";
    const { notes } = reading(base, { "compose.override.yaml": over });
    expect(notes.flatMap(({ where, say }) => (say.includes("twice") ? [where] : []))).toEqual([
      { file: "compose.override.yaml", line: 3 },
    ]);
  });

  test("reset and override take away", () => {
    const each = reading(base, {
      "compose.override.yaml": "services:\n  web:\n    ports: !reset []\n    environment: !override {B_HOST: db}\n",
    });
    expect(flows(each)).toEqual(["web>db postgresql"]);
  });

  test("a variant is read over its base, and combined with it each thing stands once", () => {
    const prod = "services:\n  web:\n    privileged: true\n  log: {image: x, environment: {TO_HOST: db}}\n";
    const files = { "docker-compose.yml": base, "docker-compose.prod.yml": prod };
    const [a, b] = Object.entries(files).map(([path, text]) => reading(text, files, path)) as [Reading, Reading];
    const both = combine([a, b]).observed;
    expect(Object.keys(both.elements ?? {})).toEqual(["db", "internet-caller", "log", "web"]);
    expect(both.elements?.web?.facts?.["controls-its-host"]).toMatchObject({
      value: "yes",
      seen: "docker-compose.prod.yml:3",
    });
    expect(Object.keys(both.flows ?? {})).toEqual(["internet-caller-to-web", "log-to-db", "web-to-db"]);
  });

  test("a file for development gives its build folders only", () => {
    const development = "services:\n  web: {build: ./web, ports: ['9:9'], privileged: true}\n  tool: {image: x}\n";
    const files = { "docker-compose.yml": "services: {web: {image: x}}", "docker-compose.dev.yml": development };
    const each = reading(files["docker-compose.yml"], files, "docker-compose.yml");
    expect(each.contexts).toEqual({ web: "web" });
    expect(Object.keys(each.things.elements ?? {})).toEqual(["web"]);
    expect(each.things["entry-points"]).toBeUndefined();
    const own = readCompose({ path: "docker-compose.dev.yml", text: development }, contextOf(files)).reading;
    expect(own?.things).toEqual({});
    expect(own?.notes[0]?.say).toMatch(/for development or tests by its name/);
    expect(Object.keys(reading(development, {}, "docker-compose.dev.yml").things.elements ?? {})).toContain("tool");
  });

  test("extends, in the same file and in another", () => {
    const text =
      "services:\n  web:\n    extends: {service: common}\n    environment: {B_HOST: two}\n  other: {extends: {file: ../shared.yaml, service: far}}\n  common: {image: x, environment: {A_HOST: one}}\n  one: {image: x}\n  two: {image: x}\n  lost: {extends: nowhere}\n";
    const each = reading(text, { "shared.yaml": "services: {far: {image: postgres}}" }, "sub/compose.yaml");
    expect(flows(each)).toEqual(["common>one", "web>one", "web>two"]);
    expect(each.things.elements?.other?.technologies).toEqual(["postgresql"]);
    expect(says(each, /not followed/)).toEqual(["sub/compose.yaml:9"]);
  });

  test("a service that extends itself ends", () => {
    expect(says(reading("services:\n  a: {image: x, extends: a}\n"), /too many steps/)).toHaveLength(1);
  });

  test("the first form, with services at the top", () => {
    expect(flows(reading("web:\n  image: x\n  links: [db]\ndb:\n  image: postgres\n"))).toEqual(["web>db postgresql"]);
  });

  test("env files, with places of their own", () => {
    const each = reading("services:\n  web: {image: x, env_file: [web.env, gone.env]}\n  db: {image: postgres}\n", {
      "web.env": "# x\nexport DB_HOST='db'\nDB_PASSWORD=abc\n",
    });
    expect(each.things.flows?.["web-to-db"]?.seen).toBe("web.env:2");
    expect(says(each, /secret/)).toEqual(["web.env:3"]);
  });
});
