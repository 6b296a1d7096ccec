// What the tests of this source share: reading a text beside other files, and checking that the reading is whole.
import { layers, type Observed } from "@parapet/core";
import { expect } from "vitest";
import { combine } from "../../combine.ts";
import type { Reading, SourceContext } from "../../source.ts";
import { readCompose } from "../read.ts";
import { technologies } from "../samples/technologies.ts";

/** A folder with these files, and a few technologies to recognise. */
export function contextOf(files: Readonly<Record<string, string>>): SourceContext {
  return { technologies, file: (path) => (Object.hasOwn(files, path) ? files[path] : undefined) };
}

/** The reading of a text that must be readable. */
export function reading(text: string, files: Readonly<Record<string, string>> = {}, path = "compose.yaml"): Reading {
  const read = readCompose({ path, text }, contextOf({ ...files, [path]: text }));
  expect(read.problems).toEqual([]);
  const whole = read.reading as Reading;
  expectWhole(whole);
  expect(says(whole, /id is taken/)).toEqual([]);
  return whole;
}

/** The reading satisfies the schema, and names nothing that it does not hold. */
export function expectWhole(each: Reading): void {
  const parsed = layers.observed.schema.safeParse({ parapet: 1, ...each.things });
  expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
  const { observed, notes } = combine([each]);
  expect(notes.filter((note) => /that no source shows/.test(note.say))).toEqual([]);
  const keys = ["data", "zones", "elements", "flows", "entry-points", "dependencies", "roles"] as const;
  const count = (things: Partial<Observed>) => keys.map((key) => Object.keys(things[key] ?? {}).length);
  expect(count(observed)).toEqual(count(each.things));
}

/** `web>db postgresql`, for each flow. */
export function flows(each: Reading): readonly string[] {
  return Object.values(each.things.flows ?? {})
    .map((flow) => `${flow.from}>${flow.to}${flow.protocol ? ` ${flow.protocol}` : ""}`)
    .sort();
}

/** Places of the notes that say this. */
export function says(each: Reading, pattern: RegExp): readonly string[] {
  return each.notes.filter((note) => pattern.test(note.say)).map((note) => `${note.where?.file}:${note.where?.line}`);
}
