import { describe, expect, test } from "vitest";
import type { Document, Model } from "../../model/document.ts";
import type { Facts } from "../../model/fact.ts";
import { valueName } from "../../model/kleene.ts";
import type { Control, DeclaredFact, Knowledge, Technology } from "../../model/knowledge.ts";
import { emptyKnowledge } from "../../model/testing/run-command.ts";
import { mitigationVerdicts } from "../../model/verdicts.ts";
import { graphOf } from "../graph.ts";
import * as codes from "./code.ts";
import { Columns, factIndexOf } from "./columns.ts";
import { relationColumn } from "./relations.ts";
import { type Space, thingsIn } from "./space.ts";

const fact = (id: string, more: Partial<DeclaredFact> = {}): DeclaredFact => ({
  id,
  on: ["process", "data-store"],
  sense: "countermeasure",
  say: `{subject} has ${id}`,
  for: "engineer",
  asked: "thing",
  ...more,
});
const technology = (id: string, facts: Technology["facts"]): Technology => ({ id, title: id, facts });
const lock: Control = {
  id: "lock",
  title: "lock",
  level: "preventive",
  effort: "small",
  on: ["process"],
  establishes: ["locked"],
  caps: {},
  criteria: [{ id: "works", required: true }],
};

const knowledge: Knowledge = {
  ...emptyKnowledge,
  facts: [
    fact("locked", { titles: ["locked"] }),
    fact("sealed", { asked: "zone" }),
    fact("watched", { asked: "model" }),
    fact("risky", { sense: "weakness" }),
    fact("admin", { sense: "nature", titles: ["admin", "portal"] }),
    fact("stored", { on: ["data-store"], sense: "nature" }),
    fact("encrypted", { on: ["flow", "crossing"], protocols: { https: "yes", http: "no" } }),
    fact("calling", { sense: "nature", fallback: "has-outbound" }),
    fact("named", { pool: "sign-in" }),
    fact("strong", { pool: "sign-in" }),
  ],
  pools: [
    {
      id: "sign-in",
      on: ["process"],
      ask: "How?",
      for: "engineer",
      asked: "thing",
      values: {
        oidc: { say: "oidc", facts: { named: "yes", strong: "yes" } },
        none: { say: "none", facts: { named: "no", strong: "no" } },
      },
    },
  ],
  technologies: [
    technology("vault", { locked: "yes", risky: "no" }),
    technology("toy", { locked: "no", risky: "yes" }),
    technology("portal", { "sign-in": "oidc" }),
    technology("wax", { sealed: "yes" }),
  ],
  controls: [lock],
};

interface Case {
  readonly model?: Partial<Model>;
  readonly observed?: Partial<NonNullable<Document["observed"]>>;
  readonly register?: Partial<NonNullable<Document["register"]>>;
  readonly now?: string;
}

function columnsOf({ model = {}, observed, register, now = "2026-11-24" }: Case): Columns {
  const document: Document = {
    model: { parapet: 1, system: "Small", ...model },
    ...(observed ? { observed: { parapet: 1, ...observed } } : {}),
    ...(register ? { register: { parapet: 1, ...register } } : {}),
  };
  const verdicts = mitigationVerdicts(document, new Map([["lock", lock]]), now);
  return new Columns(graphOf(document), knowledge, factIndexOf(knowledge), verdicts, now);
}

const strengths = ["nothing", "title", "assumed", "declared", "observed", "verified"];
function byteOf(columns: Columns, id: string, fact: string, space: Space): number {
  return columns.column(fact, space)[thingsIn(columns.graph, space).index.get(id) as number] as number;
}
/** `yes observed`: the value of a fact of a thing, and how strongly it is known. */
function read(columns: Columns, id: string, fact: string, space: Space = "element"): string {
  const byte = byteOf(columns, id, fact, space);
  return `${valueName(codes.valueOf(byte))} ${strengths[codes.strengthOfByte(byte)]}`;
}

const long = (value: string, more: object = {}) => ({ value, by: "ann", on: "2026-11-02", ...more });
const settled = long("yes", { settled: { by: "bo", on: "2026-11-20", why: "looked" } });
const mitigation = { control: "lock", on: ["web"], threats: [], by: "ann", recorded: "2026-11-01" };
const evidence = (verdict: "passed" | "failed", on = "2026-11-20") => ({
  mitigation: "m",
  criterion: "works",
  verdict,
  tool: "probe",
  on,
  by: "ann",
});

describe("which statement counts", () => {
  /** What each kind of statement says of `web`, weakest first; the last two say what they say only together. */
  const web = (more: object = {}, facts?: Facts): Partial<Model> => ({
    elements: { web: { kind: "process", ...more, ...(facts ? { facts } : {}) } },
  });
  const assume = (value: string, more: object = {}) => ({
    assumptions: { a: { text: "x", facts: { web: { locked: value } }, ...more } },
  });
  const seen = (value: string): NonNullable<Case["observed"]> => ({
    elements: { web: { facts: { locked: { value, seen: "a:1" } } } },
  });

  test.each<[string, Case, string]>([
    ["nothing", { model: web() }, "unknown nothing"],
    ["a title", { model: web({ title: "Locked box" }) }, "yes title"],
    ["an assumption over a title", { model: { ...web({ title: "Locked box" }), ...assume("no") } }, "no assumed"],
    [
      "a technology over an assumption: its countermeasure is declared",
      { model: { ...web({ technologies: ["vault"] }), ...assume("no") } },
      "yes declared",
    ],
    [
      "a technology over an assumption: what it lacks is observed",
      { model: { ...web({ technologies: ["toy"] }), ...assume("yes") } },
      "no observed",
    ],
    ["several technologies: a yes of any stays", { model: web({ technologies: ["toy", "vault"] }) }, "yes declared"],
    ["a short fact over a technology", { model: web({ technologies: ["toy"] }, { locked: "yes" }) }, "yes assumed"],
    ["a long fact", { model: web({}, { locked: long("yes") }) }, "yes declared"],
    [
      "a long fact without a date counts as short",
      { model: web({}, { locked: { value: "yes", by: "ann" } }) },
      "yes assumed",
    ],
    [
      "an explicit unknown over a technology",
      { model: web({ technologies: ["vault"] }, { locked: "unknown" }) },
      "unknown assumed",
    ],
    ["a source over a technology", { model: web({ technologies: ["toy"] }), observed: seen("yes") }, "yes observed"],
    [
      "a source over the same declared",
      { model: web({}, { locked: long("yes") }), observed: seen("yes") },
      "yes observed",
    ],
    [
      "a source over a declared unknown",
      { model: web({}, { locked: "unknown" }), observed: seen("no") },
      "no observed",
    ],
    [
      "a declared yes against an observed no is unknown",
      { model: web({}, { locked: long("yes") }), observed: seen("no") },
      "unknown nothing",
    ],
    [
      "a short no against an observed yes is unknown",
      { model: web({}, { locked: "no" }), observed: seen("yes") },
      "unknown nothing",
    ],
    [
      "a settled contradiction is declared",
      { model: web({}, { locked: settled }), observed: seen("no") },
      "yes declared",
    ],
    ["stated not-applicable", { model: web({}, { locked: long("not-applicable") }) }, "not-applicable declared"],
    [
      "an implemented mitigation is declared",
      {
        model: web(),
        register: { mitigations: { m: { ...mitigation, implemented: { by: "ann", on: "2026-11-02" } } } },
      },
      "yes declared",
    ],
    [
      "a chosen mitigation says nothing",
      { model: web(), register: { mitigations: { m: mitigation } } },
      "unknown nothing",
    ],
    [
      "passed evidence over a source",
      {
        model: web(),
        observed: seen("no"),
        register: { mitigations: { m: mitigation }, evidence: { e: evidence("passed") } },
      },
      "yes verified",
    ],
    [
      "old evidence stays a yes",
      { model: web(), register: { mitigations: { m: mitigation }, evidence: { e: evidence("passed", "2025-01-01") } } },
      "yes verified",
    ],
    [
      "failed evidence is an observed no",
      {
        model: web({}, { locked: long("yes") }),
        register: { mitigations: { m: mitigation }, evidence: { e: evidence("failed") } },
      },
      "no observed",
    ],
    [
      "a contradiction over passed evidence",
      {
        model: web({}, { locked: long("yes") }),
        observed: seen("no"),
        register: { mitigations: { m: mitigation }, evidence: { e: evidence("passed") } },
      },
      "unknown nothing",
    ],
    [
      "an assumption that was challenged",
      { model: { ...web({ title: "Locked box" }), ...assume("yes", { state: "challenged" }) } },
      "unknown assumed",
    ],
    [
      "an assumption that was refuted",
      { model: { ...web(), ...assume("yes", { state: "refuted" }) } },
      "unknown assumed",
    ],
    [
      "an assumption on its review day",
      { model: { ...web(), ...assume("yes", { review: "2026-11-24" }) } },
      "yes assumed",
    ],
    [
      "an assumption past its review",
      { model: { ...web(), ...assume("yes", { review: "2026-11-23" }) } },
      "unknown assumed",
    ],
  ])("%s", (_, given, expected) => expect(read(columnsOf(given), "web", "locked")).toBe(expected));

  test("a source that cannot tell takes nothing back", () => {
    expect(
      read(columnsOf({ model: web({}, { locked: long("yes") }), observed: seen("unknown") }), "web", "locked"),
    ).toBe("yes declared");
  });

  test("a contradiction is listed with both sides", () => {
    const { contradictions } = columnsOf({ model: web({}, { locked: long("yes") }), observed: seen("no") });
    expect(contradictions).toEqual([{ fact: "locked", space: "element", index: 0, declared: "yes", observed: "no" }]);
    expect(columnsOf({ model: web({}, { locked: settled }), observed: seen("no") }).contradictions).toEqual([]);
  });

  test("overriding what a source shows contradicts what that implies", () => {
    const observed: NonNullable<Case["observed"]> = { elements: { web: { technologies: ["toy"] } } };
    const columns = columnsOf({ model: web({ technologies: ["vault"] }), observed });
    expect([read(columns, "web", "locked"), read(columns, "web", "risky")]).toEqual([
      "unknown nothing",
      "unknown nothing",
    ]);
    expect(columns.contradictions.map((one) => one.fact).sort()).toEqual(["locked", "risky"]);
  });
});

describe("a pool", () => {
  const web = (more: object): Case => ({ model: { elements: { web: { kind: "process", ...more } } } });
  test.each<[string, Case, string, string]>([
    ["one answer settles its facts", web({ facts: { "sign-in": long("oidc") } }), "yes declared", "yes declared"],
    ["none of them", web({ facts: { "sign-in": long("none") } }), "no declared", "no declared"],
    [
      "a value that it does not know says nothing",
      web({ facts: { "sign-in": long("stars") } }),
      "unknown nothing",
      "unknown nothing",
    ],
    ["a technology implies it", web({ technologies: ["portal"] }), "yes declared", "yes declared"],
    [
      "a fact by itself, stated after it, wins",
      web({ facts: { "sign-in": long("oidc"), strong: long("no") } }),
      "yes declared",
      "no declared",
    ],
  ])("%s", (_, given, named, strong) => {
    const columns = columnsOf(given);
    expect([read(columns, "web", "named"), read(columns, "web", "strong")]).toEqual([named, strong]);
  });
});

describe("what is said of a zone or of the system", () => {
  const model = (zone: Facts, inner: Facts, whole: Facts, own: object = {}): Case => ({
    model: {
      facts: whole,
      zones: { outer: { facts: zone }, inner: { in: "outer", facts: inner } },
      elements: { web: { kind: "process", zone: "inner", ...own }, out: { kind: "process" } },
    },
  });
  const [yes, no] = [long("yes"), long("no")];
  test.each<[string, Case, string]>([
    ["the zone's answer counts for what is in it", model({ sealed: yes }, {}, {}), "yes declared"],
    ["the nearest zone wins", model({ sealed: yes }, { sealed: no }, {}), "no declared"],
    ["the zone before the system", model({ sealed: no }, {}, { sealed: yes }), "no declared"],
    ["the system where no zone says anything", model({}, {}, { sealed: yes }), "yes declared"],
    ["the thing before its zone", model({ sealed: yes }, {}, {}, { facts: { sealed: no } }), "no declared"],
    [
      "a technology before what is only assumed of its zone",
      {
        model: {
          ...model({}, {}, {}, { technologies: ["wax"] }).model,
          assumptions: { a: { text: "x", facts: { inner: { sealed: "no" } } } },
        },
      },
      "yes declared",
    ],
    [
      "what is declared of its zone before a technology",
      model({ sealed: no }, {}, {}, { technologies: ["wax"] }),
      "no declared",
    ],
    [
      "an explicit unknown of the thing",
      model({ sealed: yes }, {}, {}, { facts: { sealed: "unknown" } }),
      "unknown assumed",
    ],
  ])("%s", (_, given, expected) => expect(read(columnsOf(given), "web", "sealed")).toBe(expected));

  test("reaches what has no zone only from the system", () => {
    expect(read(columnsOf(model({ sealed: yes }, {}, {})), "out", "sealed")).toBe("unknown nothing");
    expect(read(columnsOf(model({ sealed: yes }, {}, { sealed: no })), "out", "sealed")).toBe("no declared");
  });

  test("a fact that is asked of the system ignores what a zone says, and one of things ignores both", () => {
    expect(read(columnsOf(model({ watched: yes }, {}, {})), "web", "watched")).toBe("unknown nothing");
    expect(read(columnsOf(model({}, {}, { watched: yes })), "web", "watched")).toBe("yes declared");
    expect(read(columnsOf(model({ locked: yes }, {}, { locked: yes })), "web", "locked")).toBe("unknown nothing");
  });
});

describe("kinds", () => {
  const model: Partial<Model> = {
    elements: {
      user: { kind: "external-entity", title: "Admin" },
      web: { kind: "process", title: "Admin portal", facts: { stored: "yes" } },
      db: { kind: "data-store", title: "Portals" },
    },
  };
  test("a fact read on a kind that it is not defined on is no, whatever is said", () => {
    expect(["user", "web", "db"].map((id) => read(columnsOf({ model }), id, "stored"))).toEqual([
      "no declared",
      "no declared",
      "unknown nothing",
    ]);
  });

  test("a title suggests a nature only on its kinds, word by word", () => {
    expect(["user", "web", "db"].map((id) => read(columnsOf({ model }), id, "admin"))).toEqual([
      "no declared",
      "yes title",
      "unknown nothing",
    ]);
  });

  test("a fact of another space is no", () => {
    expect(read(columnsOf({ model }), "web", "encrypted")).toBe("no declared");
  });

  test("where nothing is said a fallback is read", () => {
    const flows = { model: { ...model, flows: { f: { from: "web", to: "db" } } } };
    expect(["web", "db"].map((id) => read(columnsOf(flows), id, "calling"))).toEqual(["yes declared", "no declared"]);
    const said = columnsOf({ model: { elements: { web: { kind: "process", facts: { calling: long("yes") } } } } });
    expect(read(said, "web", "calling")).toBe("yes declared");
  });

  test("a protocol implies", () => {
    const flow = (protocol: string) =>
      columnsOf({ model: { ...model, flows: { f: { from: "web", to: "db", protocol } } } });
    expect(["https", "http", "smtp"].map((protocol) => read(flow(protocol), "f", "encrypted", "flow"))).toEqual([
      "yes declared",
      "no observed",
      "unknown nothing",
    ]);
  });
});

describe("partly", () => {
  const model = (sense: "locked" | "risky"): Partial<Model> => ({
    elements: {
      web: { kind: "process", facts: { [sense]: long("yes", { partly: ["db"] }) } },
      db: { kind: "data-store" },
      log: { kind: "data-store" },
    },
    flows: { f: { from: "web", to: "db" }, g: { from: "web", to: "log" } },
  });

  test("a countermeasure is no on the thing and on what it names", () => {
    const columns = columnsOf({ model: model("locked") });
    expect(["web", "db", "log"].map((id) => read(columns, id, "locked"))).toEqual([
      "no declared",
      "no declared",
      "unknown nothing",
    ]);
  });

  test("and yes when it is read from elsewhere", () => {
    const columns = columnsOf({ model: model("locked") });
    const column = relationColumn(columns, "from", "locked", "flow");
    expect([...column].map((byte) => valueName(codes.valueOf(byte)))).toEqual(["yes", "yes"]);
    const named = columnsOf({
      model: {
        ...model("locked"),
        elements: {
          web: { kind: "process", facts: { locked: long("yes", { partly: ["f"] }) } },
          db: { kind: "data-store" },
          log: { kind: "data-store" },
        },
      },
    });
    expect([...relationColumn(named, "from", "locked", "flow")].map((byte) => valueName(codes.valueOf(byte)))).toEqual([
      "no",
      "yes",
    ]);
  });

  test("a weakness that is partly there is there", () => {
    const columns = columnsOf({ model: model("risky") });
    expect(["web", "db"].map((id) => read(columns, id, "risky"))).toEqual(["yes declared", "unknown nothing"]);
  });
});
