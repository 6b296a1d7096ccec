// What this source states must be words that the knowledge knows.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { natures } from "./natures.ts";
import { ways } from "./security.ts";

const knowledge = new URL("../../../knowledge/", import.meta.url);
const read = (path: string): Record<string, unknown> => parse(readFileSync(new URL(path, knowledge), "utf8"));

it("every way of authentication is a value of the pool", () => {
  const values = Object.keys(read("pools/authentication.yaml").values as object);
  expect(ways.filter((way) => !values.includes(way))).toEqual([]);
});

it("every nature is a fact of processes", () => {
  const files = readdirSync(new URL("facts/", knowledge), { recursive: true }).map(String);
  const facts = new Map(
    files.filter((file) => file.endsWith(".yaml")).map((file) => [file.replace(/^.*\/|\.yaml$/g, ""), file]),
  );
  const on = natures.map((nature) => [nature, read(`facts/${facts.get(nature)}`).on as string[]] as const);
  expect(on.filter(([, kinds]) => !kinds.includes("process"))).toEqual([]);
});
