// Elements in several zones: which they are, and why their flows cross nothing.
import { expect, test } from "vitest";
import type { Document } from "../model/document.ts";
import { spansOf, withinOf } from "./spans.ts";

const document: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    zones: { host: {}, front: { in: "host" }, back: { in: "host" } },
    elements: {
      proxy: { kind: "process", zone: "front" },
      api: { kind: "process", zone: "host", "also-on": ["front", "back"] },
      db: { kind: "data-store", zone: "back", was: ["base"] },
      nowhere: { kind: "process" },
    },
    flows: {
      call: { from: "proxy", to: "api" },
      save: { from: "api", to: "base" },
      leap: { from: "proxy", to: "db" },
      lost: { from: "nowhere", to: "api" },
      own: { from: "db", to: "db" },
    },
  },
};
const api = { element: "api", zones: ["host", "front", "back"] };

test("elements that are in several zones, their home first", () => {
  expect(spansOf(document)).toEqual([api]);
});

test.each([
  ["call", { shared: ["front"], spans: [api] }],
  ["save", { shared: ["back"], spans: [api] }],
  ["leap", undefined],
  ["lost", undefined],
  ["own", undefined],
  ["none", undefined],
])("why the flow %s crosses nothing", (flow, why) => {
  expect(withinOf(document, flow)).toEqual(why);
});
