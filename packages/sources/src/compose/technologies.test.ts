import { describe, expect, test } from "vitest";
import { reading, says } from "./testing/reading.ts";

describe("technologies", () => {
  test.each([
    ["by image", "{image: 'registry.example:5000/a/postgres:16'}", ["postgresql"], "data-store"],
    ["by name, as a guess", "{image: example/redismod}", undefined, "process"],
    ["of an unknown image", "{image: example/thing}", undefined, "process"],
    ["by the stage that is built", "{build: {context: app, target: run}}", ["node", "express"], "process"],
    ["by the last stage", "{build: app}", ["nginx", "express"], "process"],
    ["a build outside", "{build: ../other}", undefined, "process"],
  ])("%s", (_name, service, expected, kind) => {
    const files = {
      "app/Dockerfile": "FROM node:22 AS build\nFROM build AS run\nFROM nginx\n",
      "app/package.json": '{"dependencies": {"express": "5"}, "devDependencies": {"redis": "5"}}',
    };
    const element = reading(`services:\n  web: ${service}\n`, files).things.elements?.web;
    expect([element?.technologies, element?.kind]).toEqual([expected, kind]);
  });

  test("a store is guessed by its name, and said so", () => {
    const each = reading("services:\n  redis: {image: example/redismod}\n  orders-db: {image: example/thing}\n");
    expect(each.things.elements?.redis).toMatchObject({ kind: "data-store", technologies: ["redis"] });
    expect(each.things.elements?.["orders-db"]?.kind).toBe("data-store");
    expect(says(each, /by its name/)).toEqual(["compose.yaml:2", "compose.yaml:3"]);
  });

  test.each(["registry", "node", "express", "my-app", "gateway"])("%s is a word, not a technology", (name) => {
    const each = reading(`services:\n  ${name}: {image: example/thing}\n`);
    expect(each.things.elements?.[name]).toMatchObject({ kind: "process" });
    expect(each.things.elements?.[name]?.technologies).toBeUndefined();
  });

  test("build contexts name their element", () => {
    const each = reading(
      "services:\n  a: {build: ./app}\n  b: {build: app/, ports: ['80:80']}\n  c: {build: .}\n",
      {},
      "deploy/compose.yaml",
    );
    expect(each.contexts).toEqual({ "deploy/app": "b", deploy: "c" });
  });
});
