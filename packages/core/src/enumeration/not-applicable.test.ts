// "Not applicable" as an answer: the rule does not apply, its cell says by which fact, and nothing is asked any more.
import { describe, expect, it } from "vitest";
import { knowledge } from "../../../knowledge/src/testing/knowledge-folder.ts";
import { analyse } from "../analysis/analyse.ts";
import type { Document } from "../model/document.ts";
import type { Facts } from "../model/fact.ts";

const now = "2026-11-24";
const said = (value: string) => ({ value, by: "ann", on: "2026-11-02", why: "There is none here" });

function web(facts: Facts, register?: object): Document {
  const model = {
    parapet: 1,
    system: "Pages",
    zones: { internet: { kind: "internet" }, inside: { kind: "private-network" } },
    elements: {
      visitor: { kind: "external-entity", zone: "internet" },
      web: { kind: "process", zone: "inside", facts: { "serves-html": said("yes"), ...facts } },
    },
    flows: { visit: { from: "visitor", to: "web", protocol: "https" } },
  };
  return { model, ...(register ? { register: { parapet: 1, ...register } } : {}) } as unknown as Document;
}

function look(document: Document) {
  const analysis = analyse(document, knowledge, { now });
  return { threats: analysis.threats.map(({ id }) => id), questions: analysis.questions.map(({ id }) => id) };
}

describe("not applicable", () => {
  it("as the only countermeasure of a rule, takes the threat away", () => {
    expect(look(web({})).threats).toContain("cross-site-scripting@web");
    const after = look(web({ "encodes-output": said("not-applicable") }));
    expect(after.threats).not.toContain("cross-site-scripting@web");
    expect(after.questions).not.toContain("encodes-output@web");
  });

  it("as the answer of a pool, settles every fact of it", () => {
    expect(look(web({})).questions).toContain("authorisation@web");
    const after = look(web({ authorisation: said("not-applicable") }));
    expect(after.questions).not.toContain("authorisation@web");
    expect(after.threats).not.toContain("missing-function-check@web");
  });

  it("as a decision about the threat, asks nothing more for it", () => {
    const decision = {
      decision: "not-applicable",
      by: "ann",
      on: "2026-11-02",
      why: "Static pages",
      fact: "no input",
      approved: { by: "bo", on: "2026-11-03" },
    };
    const after = look(web({}, { decisions: { "cross-site-scripting@web": decision } }));
    expect(after.threats).toContain("cross-site-scripting@web");
    expect(after.questions).not.toContain("encodes-output@web");
  });
});
