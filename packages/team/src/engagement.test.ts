// What the team says of real models: the right numbers, in sentences that read well, and no need lost on the way.
import type { Analysis, Document, Need, StageId } from "@parapet/core";
import { workflow } from "@parapet/core";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { engage, nextThings } from "./engagement.ts";
import { begunShop, inputOf, modelOf } from "./testing/models.ts";

const shop = begunShop();
const engagement = engage(inputOf(shop));

function said(stage: StageId, part: "did" | "found", document?: Document): readonly string[] {
  const { stages } = document ? engage(inputOf(document)) : engagement;
  return stages.filter(({ id }) => id === stage).flatMap(({ reports }) => reports.flatMap((report) => report[part]));
}

describe("an engagement", () => {
  it("goes through the stages of the workflow, each with its owners", () => {
    expect(engagement.stages.map(({ id, reports }) => [id, reports.map(({ member }) => member)])).toEqual(
      workflow.map(({ id, owners }) => [id, owners]),
    );
  });

  it("waits in the first stage that lacks something, and goes ahead beyond it", () => {
    expect(engagement.stages.map(({ state }) => state)).toEqual(["waits", ...Array(7).fill("ahead")]);
  });

  test.each<[StageId, "did" | "found", string]>([
    ["scoping", "did", "Read what people wrote; no source file has been read for this model."],
    ["scoping", "did", "Read the scope: 0 in, 1 out, no participant, owned by payments."],
    ["scoping", "did", "Checked 2 assumptions: 1 may be relied on today."],
    ["scoping", "found", "1 assumption is past review and counts for nothing: provider-attested."],
    [
      "decomposition",
      "did",
      "Drew 7 elements (3 external entities, 2 processes, 2 data stores) and 6 flows in 3 trust zones.",
    ],
    ["decomposition", "did", "Computed the crossings: 4 of 6 flows cross a trust boundary."],
    ["decomposition", "found", "1 element stands in no zone: Mailer."],
    ["decomposition", "found", "What this flow carries is not told: Send mail."],
    ["decomposition", "did", "Listed 2 entry points, no dependency and 1 privileged interface; the surface scores 25."],
    ["decomposition", "did", "Filled in who reaches what for 3 roles: 2 of 6 cells known."],
    ["decomposition", "found", "Privileged: Support search."],
    ["enumeration", "did", "Kept 1 threat that people wrote down."],
    ["handoff", "found", "1 mitigation has no ticket yet: Refunds go to the card that paid."],
    [
      "validation",
      "did",
      "Looked for evidence: no mitigation has a required criterion yet, so that there is nothing to show.",
    ],
    ["maintenance", "did", "Checked 2 risk acceptances as of 2026-11-24."],
    [
      "maintenance",
      "found",
      "1 acceptance is past review, and its threat is open again: internet-into-private-zone@look-up-order.",
    ],
  ])("in %s the team %s: %s", (stage, part, sentence) => {
    expect(said(stage, part)).toContain(sentence);
  });

  it("names ways in that sources show and nobody described", () => {
    const port = "entry-points:\n  admin-port: { title: Port 9000, on: web, kind: admin }\n";
    const files = {
      "model.yaml": "parapet: 1\nsystem: S\nelements:\n  web: { kind: process }\n",
      "observed.yaml": `parapet: 1\nsources:\n  compose.yaml: { kind: compose }\n${port}`,
    };
    const document = modelOf(files);
    expect(said("scoping", "did", document)).toContain("Read 1 source file: compose.yaml.");
    expect(said("decomposition", "found", document)).toContain(
      "1 way in is shown by sources and described by nobody: Port 9000.",
    );
    const described = modelOf({ ...files, "model.yaml": files["model.yaml"] + port });
    expect(said("decomposition", "found", described).join()).not.toContain("described by nobody");
  });

  it("says what is planned, challenged, contradicted and in scope of regulations", () => {
    const document = modelOf({
      "model.yaml": `parapet: 1
system: S
scope: { regulations: [gdpr, hipaa], criticality: high }
assumptions:
  guarded: { text: The room is locked, state: challenged }
features:
  sharing: { title: Share a report, state: planned, adds: [links] }
elements:
  web: { kind: process, facts: { validates-input: { value: yes, by: ann, on: 2026-11-01 } } }
  links: { kind: data-store, state: planned }
`,
      "observed.yaml": "parapet: 1\nelements:\n  web: { kind: process, facts: { validates-input: no } }\n",
    });
    expect(said("scoping", "found", document)).toEqual([
      "The business calls this system's criticality high.",
      "Regulations that apply: GDPR and HIPAA.",
      "No team is named as the owner.",
      "1 assumption is challenged or refuted, so that what rests on it is unknown: guarded.",
      "1 feature is planned: Share a report.",
    ]);
    expect(said("decomposition", "found", document)).toContain(
      "1 fact is told one way by people and another by sources: validates-input of web.",
    );
    expect(said("decomposition", "found", document)).toContain(
      "1 thing is planned and not part of this analysis: links.",
    );
  });

  it("says of a model of nothing that there is nothing, once per stage", () => {
    const nothing = modelOf({ "model.yaml": "parapet: 1\nsystem: S\n" });
    const stages: readonly StageId[] = [
      "decomposition",
      "scoring",
      "mitigation",
      "handoff",
      "validation",
      "maintenance",
    ];
    expect(stages.flatMap((stage) => said(stage, "did", nothing))).toEqual([
      "Found nothing to draw: no element is described yet.",
      "Listed no entry point, no dependency and no privileged interface; the surface scores 0.",
      "Could not fill in who reaches what: no role is named.",
      "There is no threat to score yet.",
      "Wrote no specification: nobody chose a mitigation, and nothing critical or high is open without one.",
      "There is nothing to hand over: no specification waits to be built.",
      "Looked for evidence: no mitigation is chosen yet, so that there is nothing to show.",
      "Looked for reviews, risk acceptances and evidence: there is none yet.",
      "Tried 3 gates: all hold.",
    ]);
  });

  it("says the same twice", () => {
    expect(JSON.stringify(engage(inputOf(begunShop())))).toBe(JSON.stringify(engagement));
  });
});

/** Sentences that nobody would write. */
const unreadable =
  /undefined|NaN|null|\[object| {2}| ,|\.\.|\(\)|\b1 (threats|flows|elements|questions|things|assumptions|entry points|cells|mitigations|specifications|tickets|rules)\b|\b(?:[02-9]|\d\d+) (threat|flow|element|question|assumption|entry point|cell|mitigation|specification|ticket|rule)\b(?! of)/;

describe("what the team says of any part of a model", () => {
  const parts = [
    ...(["scope", "assumptions", "roles", "data", "zones", "entry-points"] as const).map((key) => `model.${key}`),
    ...(["threats", "mitigations", "acceptances"] as const).map((key) => `register.${key}`),
    "model.flows",
    "model.elements",
  ];

  it("loses no need, and reads well", () => {
    fc.assert(
      fc.property(fc.subarray(parts), (left) => {
        const document = without(shop, left);
        const { stages } = engage(inputOf(document));
        const { analysis } = inputOf(document);
        const told = stages.flatMap(({ reports }) => reports.flatMap(({ needs }) => needs.map(({ id }) => id)));
        expect(told.sort()).toEqual(analysis.stages.flatMap(({ missing }) => missing.map(({ id }) => id)).sort());
        for (const line of stages.flatMap(({ reports }) => reports.flatMap(({ did, found }) => [...did, ...found]))) {
          expect(line).toMatch(/^[A-Z0-9].*\.$/);
          expect(line).not.toMatch(unreadable);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** The shop without some of its parts; flows and what rests on elements go with them. */
function without(document: Document, parts: readonly string[]): Document {
  const gone = new Set(
    parts.includes("model.elements") ? [...parts, "model.flows", "model.entry-points", "model.assumptions"] : parts,
  );
  if (gone.has("model.flows")) gone.add("model.entry-points");
  const keep = <T extends object>(layer: string, value: T): T =>
    Object.fromEntries(Object.entries(value).filter(([key]) => !gone.has(`${layer}.${key}`))) as T;
  return {
    ...document,
    model: keep("model", document.model),
    register: keep("register", document.register ?? { parapet: 1 }),
  };
}

describe("the next things", () => {
  const need = (stage: StageId, id: string, from: string, risk = 0): Need => ({
    id,
    stage,
    member: "threat-model-architect",
    say: id,
    from,
    command: "parapet",
    risk,
  });
  const analysis = (needs: readonly Need[]): Analysis =>
    ({
      stages: workflow.map(({ id }) => ({
        id,
        done: [],
        notReached: [],
        missing: needs.filter(({ stage }) => stage === id),
        more: 0,
      })),
    }) as unknown as Analysis;
  const cases: readonly [string, readonly Need[], readonly string[]][] = [
    ["nothing, when nothing is missing", [], []],
    [
      "what blocks the scope, then what hides most risk, then what is open",
      [
        need("mitigation", "decide", "engineer", 60),
        need("enumeration", "ask", "operations", 155),
        need("scoping", "purpose", "product"),
      ],
      ["purpose", "ask", "decide"],
    ],
    [
      "the question with most risk, whoever it is for, when the others hide less than half",
      [
        need("scoping", "a", "engineer"),
        need("enumeration", "big", "engineer", 100),
        need("enumeration", "small", "operations", 49),
      ],
      ["a", "big", "small"],
    ],
    [
      "somebody else's question when it hides at least half as much",
      [
        need("scoping", "a", "engineer"),
        need("enumeration", "big", "engineer", 100),
        need("enumeration", "near", "operations", 50),
      ],
      ["a", "near", "big"],
    ],
    [
      "reviews when nothing hides or carries risk",
      [
        need("decomposition", "review-diagram", "engineer"),
        need("decomposition", "review-surface", "engineer"),
        need("handoff", "sign-off", "engineer"),
      ],
      ["review-diagram", "sign-off", "review-surface"],
    ],
  ];

  test.each(cases)("are %s", (_, needs, expected) => {
    expect(nextThings(analysis(needs)).map(({ id }) => id)).toEqual(expected);
  });

  it("are at most three of the shop's, of three different people", () => {
    expect(engagement.next.map(({ id, from }) => [id.replace(/@.*/, ""), from]).slice(0, 1)).toEqual([
      ["purpose", "product"],
    ]);
    expect(new Set(engagement.next.map(({ from }) => from)).size).toBe(3);
  });
});
