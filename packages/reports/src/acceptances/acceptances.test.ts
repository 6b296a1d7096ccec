// The acceptance log, and what the register has under an earlier name or as it was not approved.
import type { Document } from "@parapet/core";
import { describe, expect, it } from "vitest";
import { artifacts } from "../artifacts.ts";
import { inputOf } from "../testing/real.ts";
import { shop } from "../testing/shop.ts";
import { input, linesOf, rowsIn, rowsOf, textOf } from "../testing/written.ts";

describe("the acceptance log", () => {
  it("puts first what people have to act on, whatever its date", () => {
    const acceptances = input.analysis.acceptances.map((one) =>
      one.state === "in-force" ? { ...one, review: "2020-01-01" } : { ...one, state: "proposed" as const },
    );
    const text = artifacts({ ...input, analysis: { ...input.analysis, acceptances } }, ["acceptances"])[1]?.text ?? "";
    const rows = rowsIn(text);
    expect(rows.map(({ state }) => state)).toEqual(["proposed", "in-force"]);
  });

  it("says what is in force and what is not, with the reason", () => {
    expect(linesOf("acceptances.md")[2]).toBe(
      "2026-11-24. 2 acceptances: 1 expired, 0 claimed, 0 proposed, 1 in-force.",
    );
    expect(linesOf("acceptances.md")).toContain("| Approved | Cem Aydin on 2026-11-06 |");
    expect(
      rowsOf("acceptances.csv").map(({ threat, state, owner, approver, review }) => [
        threat,
        state,
        owner,
        approver,
        review,
      ]),
    ).toEqual([
      ["hanging-call@charge-card", "expired", "bo", "", "2026-11-01"],
      ["flooded-process@place-order", "in-force", "bo", "cem", "2027-02-01"],
    ]);
  });
});

describe("what the register has under an earlier name, or as it was not approved", () => {
  const { "place-order": flow, ...flows } = shop.model.flows ?? {};
  const key = "supplier-outage@payment-service";
  const decision = shop.register?.decisions?.[key];
  if (!flow || !decision || !shop.register) throw new Error("the shop has another story");
  const acceptances = Object.fromEntries(
    Object.entries(shop.register.acceptances ?? {}).map(([id, one]) => [id, { ...one, conditions: "While staffed" }]),
  );
  const document: Document = {
    ...shop,
    model: { ...shop.model, flows: { ...flows, "order-placed": { ...flow, was: ["place-order"] } } },
    register: {
      ...shop.register,
      acceptances,
      decisions: {
        ...shop.register.decisions,
        [key]: { ...decision, approved: { by: "ann", on: "2026-11-05", of: "0123456789abcdef" } },
      },
    },
  };
  const changed = artifacts(inputOf(document));
  const text = (path: string) => changed.find((file) => file.path === path)?.text ?? "";

  it("keeps conditions and the day of approval when the subject is renamed", () => {
    const rows = rowsIn(text("acceptances.csv"));
    const row = rows.find(({ threat }) => threat === "flooded-process@order-placed");
    expect(row).toMatchObject({ approver: "cem", approved_on: "2026-11-06", conditions: "While staffed" });
    expect(text("acceptances.md")).toContain("| Approved | Cem Aydin on 2026-11-06 |");
  });

  it("does not say that a decision is approved that changed since", () => {
    expect(textOf("index.html")).toContain("approved by Ann Berger");
    expect(text("index.html")).not.toContain("approved by Ann Berger");
    expect(text("index.html")).toContain("changed after Ann Berger approved it");
  });
});
