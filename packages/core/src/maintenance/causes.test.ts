import { describe, expect, test } from "vitest";
import type { Change } from "../model/changes.ts";
import { put, set } from "../model/edits.ts";
import { causeOfChange } from "./causes.ts";
import { checkout, compared, edited, revision } from "./testing/checkout.ts";
import { accepted, after, evidence, mitigated, threat, yes } from "./testing/mitigated.ts";

describe("causes", () => {
  test("several groups of changes are told apart, in at most four analyses", () => {
    const operations = [
      put("model.elements", "cache", { kind: "data-store", zone: "tier" }),
      set("model.elements", "api", ["facts", "validates-input"], yes),
      put("register.acceptances", "unencrypted-store@orders-db", { ...accepted, review: "2028-06-30" }),
      put("register.evidence", "e1", evidence),
    ];
    const signed = edited(mitigated, put("register.acceptances", "store-readable-by-too-many@orders-db", accepted));
    const { diff, analyses } = compared(revision(signed), revision(edited(signed, ...operations), "2027-02-01"));
    expect(analyses).toBe(4);
    const cause = (id: string) => threat(diff, id)?.cause;
    expect(cause("unencrypted-store@cache")).toBe("system");
    expect(cause("unchecked-input@api")).toBe("fact");
    expect(cause("unencrypted-store@orders-db")).toBe("decision");
    expect(cause("store-readable-by-too-many@orders-db")).toBe("time");
    expect(diff.records.find(({ kind }) => kind === "mitigation")?.cause).toBe("evidence");
  });

  test("the cause of a status is what changed the status, when something else moved the risk", () => {
    const diff = after(
      put("model.entry-points", "status", { on: "api", kind: "web", via: ["place"], authentication: "none" }),
      set("model.elements", "api", ["facts", "validates-input"], yes),
    );
    const { before, after: now, cause } = threat(diff, "unchecked-input@api") ?? {};
    expect([before?.tier, now?.tier, cause]).toEqual(["high", "high", "fact"]);
    expect(now?.current).toBeGreaterThan(before?.current ?? 100);
    expect(threat(diff, "default-configuration@api")?.cause).toBe("system");
  });

  test("another knowledge version is the cause of what it alone changes", () => {
    const before = revision(checkout);
    const older = {
      ...before,
      analysis: {
        ...before.analysis,
        knowledge: { ...before.analysis.knowledge, version: "0.0.0" },
        threats: before.analysis.threats.slice(1),
      },
    };
    const { diff, analyses } = compared(older, before);
    expect(analyses).toBe(0);
    expect(diff.threats.map(({ change, cause }) => ({ change, cause }))).toEqual([
      { change: "introduced", cause: "knowledge" },
    ]);
    const both = compared(
      older,
      revision(edited(checkout, put("model.elements", "cache", { kind: "data-store", zone: "tier" }))),
    ).diff;
    expect(both.threats.filter(({ cause }) => cause === "knowledge").map(({ id }) => id)).toEqual([
      before.analysis.threats[0]?.id,
    ]);
    expect(threat(both, "unencrypted-store@cache")?.cause).toBe("system");
  });

  test("what no document and no day explains are the commits behind the decisions", () => {
    const signed = edited(checkout, put("register.acceptances", "unencrypted-store@orders-db", accepted));
    const before = revision(signed);
    const claimed = {
      ...before,
      analysis: {
        ...before.analysis,
        acceptances: before.analysis.acceptances.map((one) => ({ ...one, state: "claimed" as const })),
      },
    };
    expect(compared(claimed, before).diff.records).toMatchObject([{ kind: "acceptance", cause: "decision" }]);
  });

  test.each<[Change, string | undefined]>([
    [{ collection: "model.elements", id: "a", after: {} }, "system"],
    [{ collection: "model.elements", id: "a", field: ["zone"] }, "system"],
    [{ collection: "model.elements", id: "a", field: ["facts", "x"] }, "fact"],
    [{ collection: "observed.flows", id: "a", field: ["facts"] }, "fact"],
    [{ collection: "observed.sources", id: "a" }, undefined],
    [{ collection: "model.entry-points", id: "a", field: ["authentication"] }, "fact"],
    [{ collection: "model.entry-points", id: "a", field: ["access", "customer"] }, "system"],
    [{ collection: "model", id: "model", field: ["facts"] }, "fact"],
    [{ collection: "model.facts", id: "model", field: ["x"] }, "fact"],
    [{ collection: "model", id: "model", field: ["elements"] }, "system"],
    [{ collection: "model", id: "model", field: ["system"] }, "system"],
    [{ collection: "model", id: "model", field: ["method"] }, "decision"],
    [{ collection: "model", id: "model", field: ["knowledge"] }, undefined],
    [{ collection: "model.assumptions", id: "a", field: ["state"] }, "fact"],
    [{ collection: "register", id: "model", field: ["evidence"] }, "evidence"],
    [{ collection: "register.evidence", id: "e" }, "evidence"],
    [{ collection: "register.decisions", id: "r@a" }, "decision"],
    [{ collection: "register.scores", id: "r@a", field: ["factors", "damage"] }, "decision"],
    [{ collection: "register.comments", id: "c" }, undefined],
    [{ collection: "policy", id: "model", field: ["appetite"] }, "decision"],
    [{ collection: "platform.platform", id: "waf" }, "fact"],
    [{ collection: "diagram.positions", id: "a" }, undefined],
  ])("%j is %s", (change, cause) => {
    expect(causeOfChange(change)).toBe(cause);
  });
});
