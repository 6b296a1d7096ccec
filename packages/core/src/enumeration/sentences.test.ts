// Sentences name things as they are written, and begin with a capital only where the first word is ours.
import { expect, test } from "vitest";
import { graphOf, type Space } from "../decomposition/index.ts";
import type { Document } from "../model/document.ts";
import { Sentences } from "./sentences.ts";

const document: Document = {
  model: {
    parapet: 1,
    system: "Small",
    zones: { inside: { title: "iNet", kind: "private-network" } },
    elements: {
      web: { kind: "process", zone: "inside" },
      redis: { title: "redis:7", kind: "data-store" },
    },
    flows: {
      "web-to-redis": { from: "web", to: "redis" },
      save: { title: "save sessions", from: "redis", to: "web" },
    },
  },
};
const graph = graphOf(document);
const sentences = new Sentences(graph);

test.each<[string, Space, string, string]>([
  ["{subject} is open", "element", "redis", "redis:7 is open"],
  ["code in {subject} is read", "element", "redis", "Code in redis:7 is read"],
  ["{subject} is open", "flow", "web-to-redis", "The flow from web to redis:7 is open"],
  ["what goes over {subject}", "flow", "web-to-redis", "What goes over the flow from web to redis:7"],
  ["{subject} is read", "flow", "save", "save sessions is read"],
  ["{data} is read", "element", "redis", "Data is read"],
  ["{zone} is open", "element", "web", "iNet is open"],
  ["{zone} is open", "element", "redis", "An unknown zone is open"],
  ["{borders} is open", "flow", "save", "A trust boundary is open"],
  ["{technology} is old", "element", "web", "Its technology is old"],
  ["{from} trusts {to}", "flow", "save", "redis:7 trusts web"],
])("%s of a %s %s: %s", (say, space, id, expected) => {
  const things = space === "flow" ? graph.flows : graph.elements;
  expect(sentences.write(say, space, things.index.get(id) as number)).toBe(expected);
});

test("the system begins with a capital", () => {
  expect(sentences.write("{subject} is open", "model", 0)).toBe("The system is open");
});
