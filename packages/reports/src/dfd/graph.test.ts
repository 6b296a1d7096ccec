import { type FlowView, type Status, statuses } from "@parapet/core";
import { describe, expect, it } from "vitest";
import { type CountedThreat, type DiagramSource, diagramGraph } from "./graph.ts";

const empty: DiagramSource = {
  model: { system: "Shop" },
  elements: [],
  flows: [],
  zones: [],
  threats: [],
  surface: { entryPoints: [] },
  summary: { open: 2, asked: 1 },
};

function element(id: string, zone?: string): DiagramSource["elements"][number] {
  return {
    id,
    title: id.toUpperCase(),
    kind: "process",
    technologies: [],
    ...(zone === undefined ? {} : { zone }),
  };
}

function threat(subject: string, part: Omit<CountedThreat, "subject">): CountedThreat {
  return { subject, ...part };
}

describe("diagramGraph", () => {
  it("sorts by id and drops ends, zones and parents that do not exist", () => {
    const graph = diagramGraph({
      ...empty,
      elements: [element("b", "gone"), element("a", "inner")],
      zones: [
        { id: "outer", title: "Outer", in: "gone" },
        { id: "inner", title: "Inner", in: "outer" },
      ],
      flows: [
        { id: "two", title: "Two", from: "a", to: "b" },
        { id: "lost", title: "Lost", from: "a", to: "gone" },
        { id: "one", title: "One", from: "b", to: "a" },
      ],
    });
    expect(graph.elements.map(({ id, zone }) => [id, zone])).toEqual([
      ["a", "inner"],
      ["b", undefined],
    ]);
    expect(graph.zones.map((zone) => [zone.id, zone.in])).toEqual([
      ["inner", "outer"],
      ["outer", undefined],
    ]);
    expect(graph.flows.map(({ id }) => id)).toEqual(["one", "two"]);
    expect([graph.title, graph.open, graph.asked]).toEqual(["Shop", 2, 1]);
  });

  it("names what flows carry when it is given the titles of data", () => {
    const flows = [{ id: "f", title: "F", from: "a", to: "b", carries: ["order", "gone"], returns: [] }];
    const source = { ...empty, elements: [element("a"), element("b")], flows };
    expect(diagramGraph(source).flows[0]?.carries).toBeUndefined();
    expect(diagramGraph({ ...source, data: { order: "Order" } }).flows[0]).toMatchObject({
      carries: ["Order", "gone"],
      returns: [],
    });
  });

  it("breaks a circle of zones rather than drawing for ever", () => {
    const zones = [
      { id: "a", title: "A", in: "c" },
      { id: "b", title: "B", in: "a" },
      { id: "c", title: "C", in: "b" },
    ];
    expect(diagramGraph({ ...empty, zones }).zones.map((zone) => zone.in)).toEqual(["c", "a", undefined]);
  });

  it.each<[string, Partial<FlowView>, string, string, boolean]>([
    ["nothing told", {}, "untold", "none", true],
    ["data there", { carries: ["order"], returns: [] }, "data", "none", true],
    ["data back only", { carries: [], returns: ["order"] }, "none", "data", true],
    ["both ways", { carries: ["card"], returns: ["order"] }, "data", "data", true],
    ["no data at all", { carries: [], returns: [] }, "none", "none", true],
    ["opened by nobody knows whom", { opens: "unknown" }, "untold", "none", false],
  ])("tells where data goes: %s", (_, part, atTo, atFrom, opensAtFrom) => {
    const flows = [{ id: "f", title: "F", from: "a", to: "b", ...part }];
    const graph = diagramGraph({ ...empty, elements: [element("a"), element("b")], flows });
    expect(graph.flows[0]).toMatchObject({ atTo, atFrom, opensAtFrom });
  });

  it("counts open and asked threats with the worst tier; an entry point's count for its element; settled ones do not", () => {
    const open = { finding: "open", status: "open" } as const;
    const asked = { finding: "asked", status: "asked" } as const;
    const graph = diagramGraph({
      ...empty,
      elements: [element("api"), element("db")],
      surface: {
        entryPoints: [{ id: "post-orders", on: "api" }],
      },
      threats: [
        threat("api", { ...open, tier: "medium" }),
        threat("post-orders", { ...open, status: "mitigating", tier: "critical" }),
        threat("api", { ...asked, tier: "low" }),
        threat("api", { ...open, status: "accepted", tier: "critical" }),
        threat("db", { finding: "addressed", status: "claimed", tier: "high" }),
      ],
    });
    expect(graph.elements.map(({ id, open, asked }) => [id, open, asked])).toEqual([
      ["api", { count: 2, tier: "critical" }, { count: 1, tier: "low" }],
      ["db", undefined, undefined],
    ]);
  });

  it("counts each status as the status table means it", () => {
    const counted = (status: Status) => {
      const threats = [threat("api", { finding: "open", status, tier: "low" })];
      return diagramGraph({ ...empty, elements: [element("api")], threats }).elements[0]?.open?.count ?? 0;
    };
    expect(statuses.map((status) => [status, counted(status)])).toEqual([
      ["orphaned", 0],
      ["avoided", 0],
      ["accepted", 0],
      ["transferred", 0],
      ["not-applicable", 0],
      ["verified", 0],
      ["addressed", 0],
      ["claimed", 1],
      ["implemented", 1],
      ["mitigating", 1],
      ["asked", 1],
      ["assessed", 1],
      ["open", 1],
    ]);
  });
});
