import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDocument } from "./check-document.ts";
import type { Document, Model } from "./document.ts";
import { isStillSound } from "./still-sound.ts";
import { connectedDocument } from "./testing/arbitrary-document.ts";

const base: Model = {
  parapet: 1,
  system: "Shop",
  roles: { customer: {} },
  zones: { lan: {}, rack: { in: "lan" } },
  elements: { web: { kind: "process", zone: "lan" }, db: { kind: "data-store", zone: "rack" } },
  flows: { save: { from: "web", to: "db" } },
  "entry-points": { post: { on: "web", access: { customer: "yes" } } },
};
const before: Document = { model: base };
const after = (model: Partial<Model>): Document => ({ model: { ...base, ...model } });

describe("what the check of the whole need not look at", () => {
  test.each([
    ["nothing", {}],
    ["a title", { elements: { ...base.elements, web: { ...base.elements?.web, title: "Web" } } }],
    ["a new element in a zone that is there", { elements: { ...base.elements, mail: { zone: "rack" } } }],
    ["another zone of an element", { elements: { ...base.elements, db: { kind: "data-store", zone: "lan" } } }],
    ["a new flow", { flows: { ...base.flows, load: { from: "db", to: "web" } } }],
    ["a fact", { elements: { ...base.elements, web: { ...base.elements?.web, facts: { patched: "yes" } } } }],
    ["who may reach an entry point", { "entry-points": { post: { on: "web", access: { customer: "no" } } } }],
  ] satisfies readonly (readonly [string, Partial<Model>])[])("%s", (_, model) => {
    expect(isStillSound(before, after(model))).toBe(true);
    expect(checkDocument(after(model))).toEqual([]);
  });

  test.each([
    ["an element that went", { elements: { web: {} } }],
    ["an element in a zone that is not there", { elements: { ...base.elements, web: { zone: "wan" } } }],
    ["a flow to itself", { flows: { save: { from: "web", to: "web" } } }],
    ["an id that another kind of thing has", { flows: { ...base.flows, lan: { from: "web", to: "db" } } }],
    [
      "a fact that is true of what is not there",
      {
        elements: {
          ...base.elements,
          web: { ...base.elements?.web, facts: { patched: { value: "yes", partly: ["no"] } } },
        },
      },
    ],
    ["a role that is not there", { "entry-points": { post: { on: "web", access: { clerk: "yes" } } } }],
    ["a circle of zones", { zones: { lan: { in: "rack" }, rack: { in: "lan" } } }],
  ] satisfies readonly (readonly [string, Partial<Model>])[])("but not %s", (_, model) => {
    expect(checkDocument(after(model))).not.toEqual([]);
    expect(isStillSound(before, after(model))).toBe(false);
  });
});

test("a flow to itself that only declared and observed ends together make is not called sound", () => {
  const observed = { parapet: 1, flows: { save: { from: "db", to: "web" } } };
  const shown: Document = { ...before, model: { ...base, flows: {} }, observed };
  const now: Document = { ...shown, model: { ...base, flows: { save: { from: "web" } } } };
  expect(checkDocument(now)).toMatchObject([{ code: "self-flow" }]);
  expect(isStillSound(shown, now)).toBe(false);
});

/** Puts one thing of a document under another id, or away, or gives it a field of another thing. */
const changed = (
  document: Document,
  kind: "elements" | "flows" | "zones" | "entry-points",
  n: number,
  m: number,
): Document => {
  const things = Object.entries(document.model[kind] ?? {});
  const others = (["elements", "flows", "zones", "data"] as const).flatMap((one) =>
    Object.keys(document.model[one] ?? {}),
  );
  const [id, thing] = things[n % Math.max(1, things.length)] ?? ["new", {}];
  const other = others[m % Math.max(1, others.length)] ?? "none";
  const rest = Object.fromEntries(things.filter(([one]) => one !== id));
  const made = [
    rest,
    { ...rest, [other]: thing },
    { ...Object.fromEntries(things), [`${id}-2`]: thing },
    ...["zone", "in", "from", "to", "on", "same-as"].map((field) => ({ ...rest, [id]: { ...thing, [field]: other } })),
    ...["was", "holds", "carries", "also-on"].map((field) => ({ ...rest, [id]: { ...thing, [field]: [other] } })),
  ];
  return { ...document, model: { ...document.model, [kind]: made[(n + m) % made.length] } };
};

test("what it calls sound has no problem that was not there before", () => {
  let sound = 0;
  fc.assert(
    fc.property(
      connectedDocument(),
      fc.constantFrom("elements", "flows", "zones", "entry-points"),
      fc.nat(500),
      fc.nat(500),
      (document, kind, n, m) => {
        const now = changed(document, kind, n, m);
        if (!isStillSound(document, now)) return;
        sound++;
        const known = new Set(checkDocument(document).map(({ say }) => say));
        expect(checkDocument(now).filter(({ say }) => !known.has(say))).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
  expect(sound).toBeGreaterThan(20);
});
