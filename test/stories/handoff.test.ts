// Handoff: criteria per component and feature, tickets as Markdown and JSON, and a signature that says what it covers.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, Story } from "./cli.ts";

let story: Story;
beforeAll(() => {
  build();
  story = new Story("shop");
});
afterAll(() => story.end());

interface Group {
  readonly id: string;
  readonly kind: "component" | "feature";
  readonly scenarios: readonly {
    readonly id: string;
    readonly given: string;
    readonly when: string;
    readonly then: string;
    readonly verdict: string;
    readonly specification: string;
  }[];
}
const groups = (...args: readonly string[]) => story.ok<{ groups: readonly Group[] }>("criteria", ...args).groups;

/** The files of a folder and below, by path. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(story.folder, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.includes("."))
    .sort();
}

test("a mitigation without ticket, owner, day or criteria is not ready to hand over", () => {
  expect(story.missing("handoff")).toEqual([]);
  story.ok("mitigate", "message-signing", "--threats", "unsigned-message@checkout-api-to-queue");
  const need = story.analysis().stages.find(({ id }) => id === "handoff")?.missing[0];
  expect(need).toMatchObject({ id: "ticket-message-signing" });
  expect(need?.command).toMatch(/--owner NAME --due DATE --ticket URL/);
  story.ok("mitigate", "message-signing", "--owner", "ravi", "--due", "2027-01-15");
  expect(story.missing("handoff")).toContain("ticket-message-signing");
  story.ok("mitigate", "message-signing", "--ticket", "https://tickets.shop.example/SHOP-451");
  expect(story.missing("handoff")).not.toContain("ticket-message-signing");
});

test("criteria are Given, When, Then, by component", () => {
  const all = groups();
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(["back-office", "checkout-api", "orders-db"]));
  const [api] = groups("--for", "checkout-api");
  const met = api?.scenarios.filter(({ verdict }) => verdict === "passed").map(({ id }) => id);
  expect(met).toEqual(expect.arrayContaining(["other-users-object-refused", "bad-input-refused"]));
  for (const { given, when, then } of api?.scenarios ?? []) expect([given, when, then].every(Boolean)).toBe(true);
});

test("a criterion of the team's own stands beside those of the card", () => {
  story.ok(
    "mitigate",
    "message-signing",
    "--criterion",
    "old-key=Given a message signed with last year's key, when it is delivered, then it is refused.",
  );
  const own = groups()
    .flatMap(({ scenarios }) => scenarios)
    .filter(({ specification }) => specification === "message-signing")
    .map(({ id }) => id);
  expect(own).toEqual(expect.arrayContaining(["forged-message-refused", "old-key"]));
});

test("one feature file per component, tickets as Markdown and as JSON", () => {
  story.ok("report", "--only", "criteria,tickets", "--out", "out");
  const files = filesBelow("out");
  const features = files.filter((path) => path.endsWith(".feature"));
  expect(features.length).toBe(groups().length);
  const api = story.read(join("out", features.find((path) => path.includes("checkout-api")) as string));
  expect(api).toMatch(/^Feature: /m);
  expect(api).toMatch(/^ +Given .+\n +When .+\n +Then /m);
  const json = files.filter((path) => path.endsWith(".json")).map((path) => story.read(join("out", path)));
  expect(json.some((text) => text.includes("SHOP-433"))).toBe(true);
  for (const text of json) JSON.parse(text);
  expect(files.some((path) => path.endsWith(".md"))).toBe(true);
});

test("a signature covers what it saw: a further mitigation has to be signed too", () => {
  expect(story.missing("handoff")).toEqual(["sign-off"]);
  story.ok("sign-off", "handoff", "--note", "With SHOP-451");
  expect(story.missing("handoff")).toEqual([]);
});

test("only an engineer of the owning team signs what is handed over", () => {
  const fresh = new Story("tenants");
  fresh.as = "lena";
  fresh.ok(
    "mitigate",
    "file-quarantine",
    "--threats",
    "hostile-file@api",
    "--owner",
    "tom",
    "--due",
    "2027-01-15",
    "--ticket",
    "HOURS-9",
  );
  expect(fresh.missing("handoff")).toEqual(["sign-off"]);
  fresh.as = "yara";
  fresh.ok("sign-off", "handoff");
  expect(fresh.missing("handoff")).toEqual(["sign-off"]);
  fresh.as = "tom";
  fresh.ok("sign-off", "handoff", "--note", "Fits the plan of January");
  expect(fresh.missing("handoff")).toEqual([]);
  expect(fresh.read("threat-model/register.yaml")).toMatch(/by: tom\n.*on: 2026-11-24/);
  fresh.end();
});

test("a component and a feature can be signed off by themselves, what is unknown cannot", () => {
  story.ok("sign-off", "saved-cards", "--note", "Criteria read with Ravi");
  expect(story.refused("sign-off", "no-such-thing")).toEqual(["dangling-reference"]);
});
