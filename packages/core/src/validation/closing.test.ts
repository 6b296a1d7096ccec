import { describe, expect, test } from "vitest";
import { analyse } from "../analysis/analyse.ts";
import type { Document } from "../model/document.ts";
import { threatsOf } from "../model/expand.ts";
import type { Register } from "../model/register.ts";
import { smallKnowledge, smallShop } from "../testing/small-knowledge.ts";
import { Closing, stepKinds } from "./closing.ts";
import { closedStatuses } from "./status.ts";

const now = "2026-11-24";
const by = "ann";
const on = "2026-11-02";
const open = "no-way-back@web";

function closing(document: Document): Closing {
  return new Closing({ analysis: analyse(document, smallKnowledge, { now }), document, knowledge: smallKnowledge });
}
function path(document: Document, id = open) {
  const threat = threatsOf(analyse(document, smallKnowledge, { now })).find((one) => one.id === id);
  if (!threat) throw new Error(`no threat ${id}`);
  return closing(document)
    .pathOf(threat)
    .map(({ kind, about, done, criterion }) => `${done ? "✓ " : ""}${kind} ${criterion ?? about}`);
}
const withRegister = (register: Omit<Register, "parapet">): Document => ({
  ...smallShop,
  register: { parapet: 1, ...register },
});
const chosen = { control: "approval-step", on: ["web"], threats: [open], by, recorded: on };
const implemented = { ...chosen, implemented: { by: "bo", on } };
const shown = (verdict: "passed" | "failed", day = on) => ({
  e: { mitigation: "m", criterion: "works", verdict, tool: "junit", on: day, by },
});
const accepted = { owner: "bo", why: "Small", review: "2027-01-01", on, by };

describe("the way of a threat", () => {
  test.each<[string, Document, readonly string[]]>([
    ["nobody did anything", smallShop, ["decide no-way-back"]],
    ["chosen", withRegister({ mitigations: { m: chosen } }), ["build m", "show works@m"]],
    ["implemented", withRegister({ mitigations: { m: implemented } }), ["✓ build m", "show works@m"]],
    [
      "its test failed",
      withRegister({ mitigations: { m: implemented }, evidence: shown("failed") }),
      ["✓ build m", "mend works@m"],
    ],
    ["its test passed", withRegister({ mitigations: { m: implemented }, evidence: shown("passed") }), []],
    [
      "its test passed long ago",
      withRegister({ mitigations: { m: implemented }, evidence: shown("passed", "2026-01-02") }),
      ["✓ build m", "retest works@m"],
    ],
    [
      "a mitigation without a criterion",
      withRegister({ mitigations: { m: { title: "T", on: ["web"], threats: [open], by, recorded: on } } }),
      ["build m", "define m"],
    ],
    [
      "two mitigations: what is built comes before what is shown",
      withRegister({ mitigations: { m: implemented, n: chosen } }),
      ["✓ build m", "build n", "show works@m", "show works@n"],
    ],
    ["an acceptance waits", withRegister({ acceptances: { [open]: accepted } }), [`approve ${open}`]],
    [
      "an acceptance is past its review",
      withRegister({ acceptances: { [open]: { ...accepted, review: "2026-11-23" } } }),
      [`renew ${open}`],
    ],
    [
      "an acceptance is in force",
      withRegister({ acceptances: { [open]: { ...accepted, approved: { by: "cy", on } } } }),
      [],
    ],
    [
      "a decision waits",
      withRegister({ decisions: { [open]: { decision: "transfer", to: "X", by, on } } }),
      [`approve ${open}`],
    ],
  ])("%s", (_, document, expected) => expect(path(document)).toEqual(expected));

  test("an answer is missing", () => {
    expect(path(smallShop, "unlogged-actions@web")).toEqual(["answer logs-actions@web"]);
  });

  test("of a severe threat somebody's word is backed; of another it is enough", () => {
    const said = (owner: string): Document => ({
      ...smallShop,
      model: {
        ...smallShop.model,
        data: { order: { classification: "restricted" } },
        elements: {
          web: { kind: "process", zone: "inner", facts: { "logs-actions": { value: "yes", by: owner, on } } },
        },
      },
    });
    const document = said("ann");
    const threat = threatsOf(analyse(document, smallKnowledge, { now })).find(
      ({ id }) => id === "unlogged-actions@web",
    );
    expect(threat?.finding).toBe("addressed");
    const steps = threat && closing(document).pathOf({ ...threat, status: "claimed" });
    expect(steps).toEqual([
      {
        kind: "back",
        about: "logs-actions",
        done: false,
        of: "web",
        word: "declared by ann on 2026-11-02",
      },
    ]);
    const carded =
      threat && closing(document).pathOf({ ...threat, status: "claimed", controls: ["approval-step", "audit-log"] });
    expect(carded?.[0]?.control).toBe("audit-log");
    expect(threat && closing(document).pathOf({ ...threat, status: "addressed" })).toEqual([]);
  });
});

test("what nothing prevents has to be decided, though all that is chosen works", () => {
  const detective = {
    ...smallKnowledge,
    controls: smallKnowledge.controls.map((control) => ({ ...control, level: "detective" as const })),
  };
  const document = withRegister({ mitigations: { m: implemented }, evidence: shown("passed") });
  const analysis = analyse(document, detective, { now });
  const threat = threatsOf(analysis).find(({ id }) => id === open);
  const steps = threat && new Closing({ analysis, document, knowledge: detective }).pathOf(threat);
  expect(steps?.at(-1)).toEqual({ kind: "decide", about: "no-way-back", done: false });
});

describe("the next steps", () => {
  const two: Document = {
    ...smallShop,
    model: { ...smallShop.model, elements: { web: { kind: "process" }, shop: { kind: "process" } } },
  };

  test("every threat that is not closed waits for exactly one", () => {
    const waiting = closing(two)
      .nextSteps()
      .flatMap(({ threats }) => threats.map(({ id }) => id));
    const left = threatsOf(analyse(two, smallKnowledge, { now })).filter(({ status }) => !closedStatuses.has(status));
    expect([...waiting].sort()).toEqual(left.map(({ id }) => id).sort());
  });

  test("threats of a rule are decided together, those of a mitigation shown together; the nearest to closing come first", () => {
    const other = "no-way-back@shop";
    expect(
      closing(two)
        .nextSteps()
        .find(({ kind }) => kind === "decide")
        ?.threats.map(({ id }) => id)
        .sort(),
    ).toEqual([other, open].sort());
    const document: Document = {
      ...two,
      register: { parapet: 1, mitigations: { m: { ...implemented, threats: [open, other] } } },
    };
    const [first, ...rest] = closing(document).nextSteps();
    expect(first).toMatchObject({ id: "show m", kind: "show", about: "m", criteria: ["works@m"] });
    expect(first?.threats).toHaveLength(2);
    expect(first?.risk).toBe(
      Math.round((first?.threats.reduce((sum, { current }) => sum + current, 0) ?? 0) * 10) / 10,
    );
    const ranks = [first, ...rest].map((step) => stepKinds.indexOf(step?.kind ?? "answer"));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });
});
