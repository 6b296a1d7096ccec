// Mitigation: structural first, platform controls first of all, a specification or a decision for each severe threat.
import type { Analysis } from "@parapet/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, Story } from "./cli.ts";

let story: Story;
beforeAll(() => {
  build();
  story = new Story("shop");
});
afterAll(() => story.end());

const broker = ["unsigned-message@checkout-api-to-queue", "unsigned-message@mail-worker-to-queue"] as const;
const levels = ["structural", "preventive", "detective", "corrective"];

interface Mitigations {
  readonly chosen: readonly { readonly id: string; readonly state: string }[];
  readonly proposed: readonly { readonly control: string; readonly level: string }[];
}
const mitigation = (analysis: Analysis, id: string) => analysis.mitigations.find((one) => one.id === id);

test("the stage names each severe threat that nobody decided on, with the command that chooses a control", () => {
  const stage = story.analysis().stages.find(({ id }) => id === "mitigation");
  expect(stage?.missing.map(({ id }) => id).sort()).toEqual(broker.map((id) => `mitigate-${id}`));
  expect(stage?.missing[0]?.command).toMatch(/^parapet mitigate message-signing --threats unsigned-message@/);
});

test("the controls of a threat come structural first; what the platform runs already comes before all", () => {
  const { controls, rules } = { controls: story.threat(broker[0]).controls, rules: story.analysis().rules };
  expect(controls.length).toBeGreaterThan(0);
  const { proposed } = story.ok<Mitigations>("mitigations", "--limit", "200");
  const level = new Map(proposed.map((one) => [one.control, one.level]));
  for (const rule of Object.values(rules)) {
    const known = rule.controls.flatMap((control) => level.get(control) ?? []).map((name) => levels.indexOf(name));
    expect(known, rule.title).toEqual([...known].sort((a, b) => a - b));
  }
  // The company's log platform works in the cluster, so that its control is offered first there.
  const untraced = story
    .analysis()
    .threats.find(({ rule, controls: own }) => own?.[0] === "central-append-only-log" && rule.startsWith("untraced"));
  expect(untraced).toBeDefined();
});

test("a chosen control becomes a specification for the stack in use", () => {
  story.ok(
    "mitigate",
    "message-signing",
    "--threats",
    ...broker,
    "--owner",
    "ravi",
    "--due",
    "2027-01-15",
    "--ticket",
    "SHOP-450",
    "--stack",
    "rabbitmq",
  );
  expect(story.missing("mitigation")).toEqual([]);
  expect(mitigation(story.analysis(), "message-signing")).toMatchObject({
    state: "chosen",
    owner: "ravi",
    due: "2027-01-15",
    ticket: "SHOP-450",
    threats: [...broker],
    level: "structural",
  });
  expect(story.threat(broker[0])).toMatchObject({ status: "mitigating", finding: "open" });
  const { files } = story.ok<{ files: readonly string[] }>("report", "--only", "mitigation", "--out", "out");
  const specification = files.map((file) => story.read(file.replace(/^(?!out)/, "out/"))).join("\n");
  expect(specification).toContain("Signed messages, accepted once");
  expect(specification).toContain("SHOP-450");
});

test("choosing lowers the target, never the risk that is there now", () => {
  const threat = story.threat("container-breakout@identity");
  expect(threat.mitigations).toEqual(["unprivileged-containers"]);
  expect(threat.target).toBeLessThan(threat.current);
  expect(threat.current).toBe(threat.inherent);
});

test("wrong controls, stacks, days and threats are refused", () => {
  expect(story.refused("mitigate", "message-singing", "--threats", broker[0])).toEqual(["dangling-reference"]);
  expect(story.refused("mitigate", "rate-limits", "--threats", "no-such-rule@edge")).not.toEqual([]);
  expect(story.refused("mitigate", "rate-limits", "--threats", broker[0], "--due", "2026-11-01")).not.toEqual([]);
  expect(
    story.refused("mitigate", "tls-everywhere", "--threats", broker[0], "--platform", "no-such-platform"),
  ).not.toEqual([]);
});

test("where no card fits, the team says what it does and how that is tested", () => {
  story.ok(
    "threat",
    "add",
    "A courier keeps a parcel and says that it was delivered",
    "--on",
    "orders-db",
    "--slug",
    "kept-parcel",
    "--category",
    "repudiation",
  );
  const id = "by-hand-kept-parcel@orders-db";
  expect(story.refused("mitigate", "--title", "A code for each parcel", "--threats", id)).not.toEqual([]);
  story.ok(
    "mitigate",
    "--title",
    "A code for each parcel",
    "--criterion",
    "no-code=A delivery without the code is refused",
    "--threats",
    id,
    "--owner",
    "ravi",
    "--due",
    "2027-02-01",
  );
  expect(mitigation(story.analysis(), "a-code-for-each-parcel")).toMatchObject({
    title: "A code for each parcel",
    criteria: ["no-code@a-code-for-each-parcel"],
  });
});

test("not applicable names a fact and, for a severe threat, waits for a second person", () => {
  const id = "unsigned-message@checkout-api-to-queue";
  story.ok("mitigate", "message-signing", "--drop");
  expect(story.refused("decide", id, "not-applicable")).not.toEqual([]);
  story.ok("decide", id, "not-applicable", "--fact", "Each queue has one writer, which the broker enforces");
  expect(story.threat(id).status).not.toBe("not-applicable");
  expect(story.refused("approve", id)).toEqual(["needs-second-person"]);
  story.as = "noor";
  story.ok("approve", id);
  expect(story.threat(id)).toMatchObject({ status: "not-applicable", decision: "not-applicable" });
  story.as = "ann";
});

test("a transfer says to whom, by which contract, who owns it and when it is looked at again", () => {
  const id = "unsigned-message@mail-worker-to-queue";
  expect(story.refused("decide", id, "transfer", "--to", "Postbird").length).toBeGreaterThan(1);
  story.ok(
    "decide",
    id,
    "transfer",
    "--to",
    "Postbird",
    "--contract",
    "Agreement of 2025-02, clause 4",
    "--owner",
    "dana",
    "--review",
    "2027-02-28",
    "--why",
    "They run the queue from January",
  );
  story.as = "noor";
  story.ok("approve", id);
  story.as = "ann";
  expect(story.threat(id).status).toBe("transferred");
  expect(story.analysis().summary.accepted).toBeGreaterThan(6);
});

test("avoiding counts only once its subject has left the model", () => {
  const id = "impersonated-service@edge-to-storefront";
  story.ok("decide", id, "avoid", "--why", "Pages become static files on the edge");
  expect(story.threat(id).status).not.toBe("avoided");
});

test("a critical threat that rests on one control is flagged", () => {
  story.edit("threat-model/policy.yaml", "defence-in-depth: off", "defence-in-depth: on");
  const id = "production-data-in-tests@model";
  const factors = { damage: "10", reproducibility: "10", exploitability: "9", affected: "9" };
  const options = Object.entries(factors).flatMap(([name, value]) => [
    `--${name}`,
    value,
    "--reason",
    `${name}=A copy lay on a public share in October`,
  ]);
  story.ok("score", id, ...options);
  const gate = () => story.analysis().gates.find((one) => one.id === "defence-in-depth");
  expect(story.threat(id)).toMatchObject({ tier: "critical", mitigations: ["no-copies-in-staging"] });
  expect(gate()).toMatchObject({ holds: false, failing: [id] });
  story.ok("mitigate", "privileged-access-gateway", "--threats", id, "--owner", "mikkel", "--due", "2027-01-15");
  expect(gate()).toMatchObject({ holds: true, failing: [] });
});
