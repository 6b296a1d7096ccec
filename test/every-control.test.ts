// Every control helps: put to work with evidence, it settles or lowers a threat of a rule that names it. Its page says how it is built and shown.
// That it is named by a rule and establishes what it can is proven by the laws of packages/knowledge.
import { analyse, type Control, type Document, type Rule, threatsOf } from "@parapet/core";
import { describe, expect, test } from "vitest";
import { dread } from "../packages/core/src/scoring/methods/dread.ts";
import { filesBelow } from "./architecture/source-files.ts";
import { knowledge, now, ruleExamples, textOf, texts } from "./laws/shipped.ts";

const list = textOf("docs/reference/controls.md");
/** Control → rules that name it beside others, though it neither settles nor lowers anything there. It never grows. */
const besides: Readonly<Record<string, readonly string[]>> = {
  "central-append-only-log": ["no-audit-trail"],
  "gateway-in-dmz": ["internet-into-private-zone"],
  "graceful-degradation": ["unseen-exchange"],
  "network-segmentation": ["store-beside-front"],
  "rate-limits": ["extractable-model"],
  "timeouts-and-circuit-breakers": ["supplier-outage"],
};
const levels = ["structural", "preventive", "detective", "corrective"];

test("the reference has a page for each control and no other", () => {
  const pages = filesBelow("docs/reference/controls", [".md"]).map((path) => path.split("/").at(-1)?.slice(0, -3));
  expect(pages).toEqual(knowledge.controls.map(({ id }) => id).sort());
});

/** True when the control establishes what the rule's countermeasures ask for, or caps a factor below where a score can start. */
function speaksTo({ establishes, caps }: Control, rule: Rule): boolean {
  const unless = JSON.stringify(rule.unless ?? "");
  if (establishes.some((fact) => new RegExp(`["\\.]${fact}"`).test(unless))) return true;
  const highest: Readonly<Record<string, number>> = {
    ...Object.values(rule.start).reduce((a, b) => ({
      reproducibility: Math.max(a.reproducibility, b.reproducibility),
      exploitability: Math.max(a.exploitability, b.exploitability),
    })),
    damage: rule.damage.cap,
    affected: dread.propose({ ...basis, start: rule.start, affected: rule.affected }).factors.affected as number,
    discoverability: 10,
  };
  return Object.entries(caps).some(([factor, cap]) => cap !== undefined && cap < (highest[factor] ?? 0));
}
const basis = { exposure: "internal", damage: 0, damageReason: "" } as const;

/** True when a threat of the rule's examples is settled or lowered once the control works where it can. */
function helps(rule: Rule, control: Control): boolean {
  const { flags, asks } = ruleExamples[rule.id] ?? {};
  return [...(flags ?? []), ...(asks ?? [])].some(({ model, at }) => {
    const key = `${rule.id}@${at}`;
    const find = (document: Document) => threatsOf(analyse(document, knowledge, { now })).find(({ id }) => id === key);
    const before = find({ model });
    const after = find({ model: withoutFacts(model, control.establishes), register: working(control, model, key) });
    if (!before) return false;
    return !after || after.status === "verified" || after.finding === "addressed" || after.current < before.current;
  });
}

/** The model without what its example says of these facts: evidence against a stated no is a contradiction, which is asked. */
function withoutFacts(model: Document["model"], facts: readonly string[]): Document["model"] {
  const pools = new Set(knowledge.facts.filter(({ id }) => facts.includes(id)).map(({ pool }) => pool));
  return JSON.parse(
    JSON.stringify(model, (key, value) =>
      facts.includes(key) || pools.has(key) || (key === "authentication" && pools.has("authentication"))
        ? undefined
        : value,
    ),
  );
}

/** The control applied to all that it can be on, each required criterion passed today. */
function working(control: Control, model: Document["model"], threat: string) {
  const { elements, flows, zones, data, dependencies } = model;
  const entryPoints = model["entry-points"];
  const on = [elements, flows, zones, data, dependencies, entryPoints].flatMap((all) => Object.keys(all ?? {}));
  const passed = { mitigation: "it", verdict: "passed" as const, tool: "junit", by: "bo", on: now };
  return {
    parapet: 1,
    mitigations: {
      it: { control: control.id, on: [...on, "model"], threats: [threat], by: "bo", recorded: "2026-01-01" },
    },
    evidence: Object.fromEntries(control.criteria.map(({ id }) => [`it-${id}`, { ...passed, criterion: id }])),
  };
}

describe.each(knowledge.controls.map((control) => ({ id: control.id, control })))("$id", ({ id, control }) => {
  const naming = knowledge.rules.filter(({ controls }) => controls.includes(id));

  test("has something to settle or to lower in each rule that names it", () => {
    const idle = naming.filter((rule) => !speaksTo(control, rule)).map((rule) => rule.id);
    expect(idle).toEqual(besides[id] ?? []);
  });

  // A control that only changes the drawing helps by taking what raised the threat out of it.
  test.skipIf(control.establishes.length === 0)("helps, shown to work, against an example of one of them", () => {
    expect(naming.some((rule) => helps(rule, control))).toBe(true);
  });

  test("is listed, and its page has every criterion and stack", () => {
    expect(list).toContain(`[${id}](controls/${id}.md)`);
    const page = textOf(`docs/reference/controls/${id}.md`);
    const text = texts.controls[id];
    expect(levels).toContain(control.level);
    expect(control.criteria.filter((one) => !page.includes(`### \`${one.id}\``)).map((one) => one.id)).toEqual([]);
    expect(Object.values(text?.stacks ?? {}).filter(({ configuration }) => !page.includes(configuration))).toEqual([]);
    expect(page.includes("### Any stack")).toBe(true);
  });
});
