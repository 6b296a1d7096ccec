import { describe, expect, test } from "vitest";
import type { CommandBody } from "../../model/command.ts";
import type { Document } from "../../model/document.ts";
import { emptyKnowledge, runCommand } from "../../model/testing/run-command.ts";
import { body as addAssumption } from "./add-assumption.ts";
import { body as addAttacker } from "./add-attacker.ts";
import { body as addInScope } from "./add-in-scope.ts";
import { body as addOutOfScope } from "./add-out-of-scope.ts";
import { body as addParticipant } from "./add-participant.ts";
import { body as addRole } from "./add-role.ts";
import { body as challengeAssumption } from "./challenge-assumption.ts";
import { body as confirmAssumption } from "./confirm-assumption.ts";
import { body as linkAssumption } from "./link-assumption.ts";
import { body as ownAssumption } from "./own-assumption.ts";
import { body as planFeature } from "./plan-feature.ts";
import { body as refuteAssumption } from "./refute-assumption.ts";
import { body as removeScopeItem } from "./remove-scope-item.ts";
import { body as setScope } from "./set-scope.ts";
import { body as unlinkAssumption } from "./unlink-assumption.ts";

const document: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    scope: { purpose: "Sell", in: [{ what: "Web shop" }], out: [{ what: "Card network", why: "attested" }] },
    participants: { ann: { job: "engineer" } },
    roles: { customer: {} },
    zones: { inner: {} },
    elements: {
      web: { kind: "process" },
      vault: { kind: "data-store", state: "planned" },
      desk: { kind: "external-entity" },
    },
    assumptions: {
      laptops: {
        text: "Laptops are managed",
        owner: "it",
        review: "2027-01-01",
        by: "bob",
        on: "2026-01-01",
        why: "survey",
      },
      old: { text: "Old one", review: "2026-11-24" },
    },
    attackers: { thief: {} },
  },
  observed: { parapet: 1, roles: { support: {} }, elements: { db: { kind: "data-store" } } },
};
const knowledge = {
  ...emptyKnowledge,
  facts: [
    {
      id: "device-managed",
      on: ["external-entity" as const],
      sense: "countermeasure" as const,
      say: "{subject} is managed",
      for: "operations" as const,
      asked: "thing" as const,
    },
  ],
};
const run = <Input>(command: CommandBody<Input>, input: unknown) => runCommand(command, input, document, { knowledge });
const model = <Input>(command: CommandBody<Input>, input: unknown) => run(command, input).after.model;

describe("scope", () => {
  test("set-scope sets what is given and leaves the rest", () => {
    const given = { team: "payments", criticality: "high", regulations: ["gdpr"] };
    expect(model(setScope, given).scope).toEqual({ ...document.model.scope, ...given });
    expect(run(setScope, {}).codes).toEqual(["bad-argument"]);
    const bare: Document = { model: { parapet: 1, system: "Shop" } };
    expect(runCommand(setScope, { purpose: "Sell" }, bare).after.model.scope).toEqual({ purpose: "Sell" });
  });

  test("add-in-scope", () => {
    expect(model(addInScope, { what: "Admin" }).scope?.in).toEqual([{ what: "Web shop" }, { what: "Admin" }]);
    expect(run(addInScope, { what: "Web shop" }).codes).toEqual(["not-possible"]);
    expect(run(addInScope, { what: "Card network" }).codes).toEqual(["not-possible"]);
  });

  test("add-out-of-scope wants a reason", () => {
    expect(model(addOutOfScope, { what: "Office", why: "another team" }).scope?.out).toEqual([
      { what: "Card network", why: "attested" },
      { what: "Office", why: "another team" },
    ]);
    expect(model(addOutOfScope, { what: "Card network", why: "audited" }).scope?.out).toEqual([
      { what: "Card network", why: "audited" },
    ]);
    expect(run(addOutOfScope, { what: "Office" }).codes).toEqual(["needs-rationale"]);
    expect(run(addOutOfScope, { what: "Office", why: " " }).codes).toEqual(["needs-rationale"]);
    expect(run(addOutOfScope, { what: "Web shop", why: "no" }).codes).toEqual(["not-possible"]);
  });

  test("remove-scope-item", () => {
    expect(model(removeScopeItem, { what: "Card network" }).scope).toEqual({ ...document.model.scope, out: [] });
    expect(model(removeScopeItem, { what: "Web shop" }).scope).toEqual({ ...document.model.scope, in: [] });
    expect(run(removeScopeItem, { what: "Web" }).codes).toEqual(["nothing-matched"]);
  });
});

describe("people", () => {
  test("add-participant", () => {
    const bo = { name: "Bo Ek", team: "payments", job: "engineer", senior: "yes", email: "bo@example.com" };
    expect(model(addParticipant, bo).participants?.["bo-ek"]).toEqual(bo);
    expect(model(addParticipant, { id: "bo", job: "security" }).participants?.bo).toEqual({ job: "security" });
    expect(run(addParticipant, { name: "Ann" }).codes).toEqual([]);
    expect(model(addParticipant, { name: "Ann" }).participants?.["ann-participant"]).toEqual({ name: "Ann" });
    expect(run(addParticipant, { id: "ann" }).codes).toEqual(["duplicate-id"]);
    expect(run(addParticipant, {}).codes).toEqual(["missing-key"]);
  });

  test("add-role", () => {
    expect(model(addRole, { id: "admin", privileged: "yes" }).roles?.admin).toEqual({ privileged: "yes" });
    expect(run(addRole, { id: "customer" }).codes).toEqual(["duplicate-id"]);
    expect(run(addRole, { id: "support" }).codes).toEqual(["duplicate-id"]);
  });

  test("add-attacker", () => {
    const insider = { title: "Insider", starts: "inner", capability: "high", motive: "money" };
    expect(model(addAttacker, insider).attackers?.insider).toEqual(insider);
    expect(model(addAttacker, { id: "bot", starts: "internet" }).attackers?.bot).toEqual({ starts: "internet" });
    expect(run(addAttacker, { id: "thief" }).codes).toEqual(["duplicate-id"]);
    expect(run(addAttacker, { id: "bot", starts: "moon" }).codes).toEqual(["dangling-reference"]);
  });
});

describe("assumptions", () => {
  test("add-assumption", () => {
    const given = {
      text: "Desks are managed",
      kind: "platform",
      owner: "it",
      review: "2027-06-01",
      facts: { desk: { "device-managed": "yes" } },
    };
    expect(model(addAssumption, given).assumptions?.["desks-are-managed"]).toEqual({
      ...given,
      by: "ann",
      on: "2026-11-24",
    });
  });

  test.each([
    [{ id: "laptops", text: "again" }, ["duplicate-id"]],
    [{ text: "Past", review: "2026-11-24" }, ["needs-review-date"]],
    [{ text: "T", facts: { nowhere: { "device-managed": "yes" } } }, ["dangling-reference"]],
    [{ text: "T", facts: { desk: { "device-manged": "yes" } } }, ["dangling-reference"]],
    [{ text: "T", facts: { web: { "device-managed": "yes" } } }, ["not-possible"]],
    [{ text: "T", facts: { desk: { "device-managed": "perhaps" } } }, ["not-in-list"]],
    [{ text: "T", facts: { desk: { "device-managed": "not-applicable" } } }, ["needs-rationale"]],
  ])("add-assumption refuses %o", (given, codes) => {
    expect(run(addAssumption, given).codes).toEqual(codes);
  });

  const sold = "by-hand-sold@web";
  const spoken: Document = {
    ...document,
    register: { parapet: 1, threats: { [sold]: { say: "Sold", by: "ann", recorded: "2026-11-24" } } },
  };
  const resting = <Input>(command: CommandBody<Input>, given: unknown, within = spoken) =>
    runCommand(command, given, within, { knowledge });

  test("a threat written down by hand rests on an assumption until it is taken off", () => {
    const linked = resting(linkAssumption, { id: "old", threats: [sold] }).after;
    expect(linked.model.assumptions?.old?.threats).toEqual([sold]);
    expect(resting(linkAssumption, { id: "old", threats: [sold] }, linked).changes).toEqual([]);
    const off = resting(unlinkAssumption, { id: "old", threats: [sold] }, linked).after;
    expect(off.model.assumptions?.old).toEqual(document.model.assumptions?.old);
    expect(
      resting(addAssumption, { text: "New", threats: [sold, sold] }).after.model.assumptions?.new?.threats,
    ).toEqual([sold]);
  });

  test("under the name that its subject had, the threat is the same", () => {
    const renamed = {
      ...spoken,
      model: { ...spoken.model, elements: { site: { ...spoken.model.elements?.web, was: ["web"] } } },
    } as unknown as Document;
    const linked = resting(linkAssumption, { id: "old", threats: ["by-hand-sold@site"] }, renamed).after;
    expect(linked.model.assumptions?.old?.threats).toEqual([sold]);
    const off = resting(unlinkAssumption, { id: "old", threats: ["by-hand-sold@site"] }, linked).after;
    expect(off.model.assumptions?.old?.threats).toBeUndefined();
  });

  const withdrawn = {
    ...spoken,
    register: {
      parapet: 1,
      threats: { [sold]: { say: "Sold", by: "ann", recorded: "2026-11-24", state: "withdrawn" } },
    },
  } as Document;
  test.each<[string, unknown, Document, string[]]>([
    ["link", { id: "older", threats: [sold] }, spoken, ["dangling-reference"]],
    ["link", { id: "old", threats: ["by-hand-gold@web"] }, spoken, ["dangling-reference"]],
    ["link", { id: "old", threats: ["no-way-back@web"] }, spoken, ["not-possible"]],
    ["link", { id: "old", threats: [sold] }, withdrawn, ["dangling-reference"]],
    ["add", { text: "T", threats: ["by-hand-gold@web"] }, spoken, ["dangling-reference"]],
    ["unlink", { id: "older", threats: [sold] }, spoken, ["dangling-reference"]],
    ["unlink", { id: "old", threats: [sold] }, spoken, ["not-possible"]],
  ])("%s refuses %o", (name, given, within, codes) => {
    const command = { link: linkAssumption, add: addAssumption, unlink: unlinkAssumption }[
      name
    ] as CommandBody<unknown>;
    expect(resting(command, given, within).codes).toEqual(codes);
  });

  test("own-assumption", () => {
    expect(model(ownAssumption, { id: "old", owner: "bob", review: "2026-11-25" }).assumptions?.old).toEqual({
      text: "Old one",
      owner: "bob",
      review: "2026-11-25",
    });
    expect(run(ownAssumption, { id: "old" }).codes).toEqual(["bad-argument"]);
    expect(run(ownAssumption, { id: "old", review: "2026-11-24" }).codes).toEqual(["needs-review-date"]);
    expect(run(ownAssumption, { id: "older", owner: "bob" }).codes).toEqual(["dangling-reference"]);
  });

  test.each([
    ["challenged", challengeAssumption],
    ["refuted", refuteAssumption],
  ])("%s", (state, command) => {
    expect(model(command, { id: "laptops", why: "lost one" }).assumptions?.laptops).toEqual({
      ...document.model.assumptions?.laptops,
      state,
      by: "ann",
      on: "2026-11-24",
      why: "lost one",
    });
    expect(run(command, { id: "laptops" }).codes).toEqual(["needs-rationale"]);
    expect(run(command, { id: "desktops", why: "x" }).codes).toEqual(["dangling-reference"]);
  });

  test("confirm-assumption wants a review date in the future", () => {
    expect(model(confirmAssumption, { id: "laptops" }).assumptions?.laptops).toEqual({
      text: "Laptops are managed",
      owner: "it",
      review: "2027-01-01",
      state: "holds",
      by: "ann",
      on: "2026-11-24",
    });
    expect(model(confirmAssumption, { id: "old", review: "2027-11-24", why: "audit" }).assumptions?.old).toEqual({
      text: "Old one",
      review: "2027-11-24",
      state: "holds",
      by: "ann",
      on: "2026-11-24",
      why: "audit",
    });
    expect(run(confirmAssumption, { id: "old" }).codes).toEqual(["needs-review-date"]);
    expect(run(confirmAssumption, { id: "laptops", review: "2026-01-01" }).codes).toEqual(["needs-review-date"]);
    expect(run(confirmAssumption, { id: "none" }).codes).toEqual(["dangling-reference"]);
  });
});

test("plan-feature", () => {
  const given = { title: "Save a card", ticket: "SHOP-412", adds: ["vault"], changes: ["web", "db"] };
  expect(model(planFeature, given).features?.["save-a-card"]).toEqual({ ...given, state: "planned" });
  expect(run(planFeature, { id: "web", title: "Web" }).codes).toEqual(["duplicate-id"]);
  expect(run(planFeature, { title: "T", adds: ["web"] }).codes).toEqual(["not-possible"]);
  expect(run(planFeature, { title: "T", adds: ["nothing"], changes: ["none"] }).codes).toEqual([
    "dangling-reference",
    "dangling-reference",
  ]);
});
