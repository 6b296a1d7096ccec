// A whole workshop by the command line alone: no second device, every answer and vote recorded by who leads it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument } from "@parapet/core/files";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, Scratch } from "./testing/cli.ts";

beforeAll(build, 120_000);
const one = new Scratch();
afterAll(() => one.remove());
const as = (...call: string[]) => one.ok(...call, "--as", "bo");
const workshopOf = () => {
  const files = ["model.yaml", "register.yaml"].map(
    (file) => [file, readFileSync(join(one.folder, "threat-model", file), "utf8")] as const,
  );
  const read = readDocument(new Map(files));
  return read.ok ? read.value.register?.workshops?.cards : undefined;
};

test("from the plan to the signature", () => {
  one.ok("init", "--blank", "--name", "Shop");
  as("scope", "--team", "payments");
  as("participant", "ann", "--team", "payments", "--job", "engineer", "--senior");
  as("zone", "add", "inside", "--kind", "private-network");
  as("element", "add", "web", "--kind", "process", "--zone", "inside");
  expect(one.ok("workshop")).toContain("No workshop is planned.");
  as("workshop", "plan", "Cards", "--kind", "enumeration", "--zone", "inside", "--planned", "2026-12-01");
  expect(one.ok("workshop")).toMatch(/cards +Cards +enumeration +planned for 2026-12-01/);
  expect(one.ok("workshop", "pack", "cards")).toContain("About | the zone inside");
  expect(one.run("workshop", "minutes", "cards").err).toContain("The workshop cards has not begun: it has a pack.");
  as("workshop", "start", "cards", "--when", "2026-11-24T09:00:00Z");
  as("workshop", "attend", "cards", "Kim", "--guest", "--role", "courier");
  const said = ["--said-by", "Kim", "--workshop", "cards"];
  as("answer", "validates-input@web", "yes", ...said);
  as("workshop", "note", "cards", "A clerk deletes orders", "--about", "web", "--said-by", "Kim", "--id", "clerk");
  as("workshop", "note", "cards", "What of the old API?", "--id", "old");
  as("workshop", "group", "cards", "clerk,old", "--group", "Misuse");
  as("workshop", "about", "cards", "old", "inside");
  expect(one.run("workshop", "end", "cards", "--as", "bo").err.replace(/\s+/g, " ")).toContain(
    "2 notes are not placed yet: “A clerk deletes orders”, “What of the old API?”.",
  );
  as("workshop", "place", "cards", "clerk", "recorded", "--category", "tampering");
  as("workshop", "place", "cards", "old", "parked");
  const threat = "by-hand-a-clerk-deletes-orders@web";
  as("workshop", "vote", "cards", threat, "--factor", "damage=3,9,6:6", "--reason", "damage=One day");
  as("mitigate", "--title", "Two people delete", "--criterion", "Two sign", "--threats", threat);
  as("workshop", "ticket", "cards", "two-people-delete", "SHOP-1");
  as("workshop", "decided", "cards", `${threat},two-people-delete`, "--note", "Before the launch");
  as("workshop", "leave", "cards", "Kim", "--guest", "--when", "2026-11-24T09:50:00Z");
  as("workshop", "end", "cards", "--when", "2026-11-24T10:00:00Z");
  expect(one.run("workshop", "sign-off", "cards", "--as", "bo").err.replace(/\s+/g, " ")).toContain(
    "No senior engineer of payments was at the workshop cards.",
  );
  as("undo");
  as("workshop", "attend", "cards", "ann");
  as("workshop", "end", "cards", "--when", "2026-11-24T10:00:00Z");
  as("workshop", "sign-off", "cards", "--said-by", "ann");
  expect(one.ok("workshop")).toContain("signed off by ann, by word alone");
  one.ok("workshop", "sign-off", "cards", "--as", "ann");
  expect(workshopOf()).toEqual({
    kind: "enumeration",
    title: "Cards",
    focus: { zone: "inside" },
    planned: "2026-12-01",
    started: "2026-11-24T09:00:00Z",
    ended: "2026-11-24T10:00:00Z",
    facilitator: "bo",
    agenda: expect.arrayContaining([{ title: "Sign-off", minutes: 2, step: "sign-off" }]),
    attended: {
      ann: { job: "engineer", team: "payments", senior: "yes" },
      bo: { as: "facilitator" },
      "guest-kim": { name: "Kim", as: "courier", guest: "yes", left: "2026-11-24T09:50:00Z" },
    },
    notes: {
      clerk: {
        text: "A clerk deletes orders",
        by: "Kim",
        "recorded-by": "bo",
        about: "web",
        group: "Misuse",
        outcome: "recorded",
        threat,
      },
      old: {
        text: "What of the old API?",
        by: "bo",
        about: "inside",
        group: "Misuse",
        outcome: "parked",
        parked: expect.any(String),
      },
    },
    votes: { [threat]: { damage: { spread: [3, 6, 9], result: 6, rationale: "One day" } } },
    answered: { "validates-input@web": expect.objectContaining({ value: "yes", by: "Kim", "recorded-by": "bo" }) },
    decided: {
      [threat]: { by: "bo", note: "Before the launch" },
      "two-people-delete": { by: "bo", note: "Before the launch" },
    },
    tickets: ["two-people-delete"],
    parked: { [workshopOf()?.notes?.old?.parked ?? ""]: { text: "What of the old API?", by: "bo", about: "inside" } },
    "signed-off": { by: "ann", on: "2026-11-24" },
  });
  expect(one.ok("workshop", "minutes", "cards")).toContain("# Shop: minutes of “Cards”");
  expect(one.ok("workshop", "minutes", "cards")).toMatch(
    /`validates-input@web`\) \*\*yes\*\*, said by Kim, recorded by bo\./,
  );
  expect(one.run("workshop", "pack", "cards").err).toContain("The workshop cards is over: it has minutes.");
  expect(one.ok("workshop", "pack")).toContain("pack for “The next workshop”");
  expect(one.run("workshop", "minutes", "card").err).toContain("Did you mean cards?");
  one.ok("workshop", "minutes", "cards", "--out", "minutes.md");
  expect(readFileSync(join(one.folder, "minutes.md"), "utf8")).toBe(one.ok("workshop", "minutes", "cards"));
  one.ok("report", "--out", "out");
  expect(readFileSync(join(one.folder, "out/workshops/cards-minutes.md"), "utf8")).toContain("SHOP-1");
  const [parked = ""] = Object.keys(workshopOf()?.parked ?? {});
  as("workshop", "unpark", "cards", parked, "--settled", "It is gone");
  expect(workshopOf()?.parked?.[parked]?.settled).toBe("It is gone");
}, 120_000);

test.each([
  [["plan", "X", "--kind", "party"], "parapet workshop plan: kind is not as it should be"],
  [["plan", "X", "--kind", "scoping", "--minutes", "long"], "long is no number of minutes."],
  [["vote", "cards", "a@b", "--factor", "damage=high", "--reason", "damage=x"], '"damage=high" is not of its form.'],
  [["vote", "cards", "a@b", "--factor", "damage=3:3"], "No reason is given for damage."],
  [["start"], "workshop start takes WORKSHOP."],
  [["dance", "cards"], "dance is nothing to do with a workshop."],
])("workshop %o is refused", (call, said) => {
  const { code, err } = one.run("workshop", ...call, "--as", "bo");
  expect([code, err.replace(/\s+/g, " ")]).toEqual([2, expect.stringContaining(said)]);
});
