// Scoping: a team starts from nothing, says what the system is for, and is asked what drawings leave out.
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, Story } from "./cli.ts";

let story: Story;
beforeAll(() => {
  build();
  story = new Story();
});
afterAll(() => story.end());

const unnamed = ["deployment-pipeline@model", "operator-interface@model", "secret-store@model", "third-party@model"];

test("a blank model asks for purpose, scope, a senior engineer, and what it does not name", () => {
  story.ok("init", ".", "--blank", "--name", "Parcel lockers");
  expect(story.missing("scoping")).toEqual(["purpose", "in-scope", "out-of-scope", "senior-engineer", ...unnamed]);
  const asked = story.ok<{ questions: { id: string }[] }>("questions", "--latent").questions.map(({ id }) => id);
  expect(asked).toEqual(expect.arrayContaining(unnamed));
});

test("purpose and scope are written down; what is left out needs a reason", () => {
  story.ok("scope", "--purpose", "Hand parcels over without a courier", "--team", "lockers");
  story.ok("scope", "--in", "Locker firmware and the service behind it");
  expect(story.refused("scope", "--out", "Sorting centre")).toEqual(["needs-rationale"]);
  story.ok("scope", "--out", "Sorting centre", "--why", "Modelled by logistics");
  story.ok("scope", "--criticality", "medium", "--regulation", "gdpr");
  expect(story.refused("scope", "--criticality", "huge")).not.toEqual([]);
  expect(story.ok("scope").scope).toEqual({
    purpose: "Hand parcels over without a courier",
    team: "lockers",
    in: [{ what: "Locker firmware and the service behind it" }],
    out: [{ what: "Sorting centre", why: "Modelled by logistics" }],
    criticality: "medium",
    regulations: ["gdpr"],
  });
  expect(story.missing("scoping")).toEqual(["senior-engineer", ...unnamed]);
});

test("a senior engineer takes part: of the owning team, not of another", () => {
  story.ok("participant", "kim", "--team", "platform", "--job", "engineer", "--senior");
  story.ok("participant", "bo", "--team", "lockers", "--job", "product", "--senior");
  expect(story.missing("scoping")).toContain("senior-engineer");
  story.ok("participant", "ann", "--team", "lockers", "--job", "engineer", "--senior");
  expect(story.missing("scoping")).toEqual(unnamed);
});

test("what a drawing leaves out is ruled out with a reason, or named", () => {
  story.ok("answer", "third-party@model", "no", "--why", "The lockers talk to our own service only");
  story.ok("answer", "secret-store@model", "no", "--why", "Each locker has one key, in its secure element");
  story.ok("answer", "operator-interface@model", "no", "--why", "Staff open lockers with a mechanical key");
  expect(story.missing("scoping")).toEqual(["deployment-pipeline@model"]);
  story.edit(
    "threat-model/model.yaml",
    "scope:",
    "elements:\n  firmware-pipeline: {kind: process, facts: {is-build-pipeline: yes}}\nscope:",
  );
  expect(story.missing("scoping")).toEqual([]);
});

test("an assumption needs an owner and a day; what rests on it is unknown once it is challenged", () => {
  const assumption = "locker-firmware-is-reviewed";
  story.ok("assume", "Locker firmware is reviewed", "--fact", "firmware-pipeline.isolates-builds=yes");
  expect(story.missing("scoping")).toEqual([`assumption-${assumption}`]);
  expect(story.refused("assume", assumption, "--owner", "bo", "--review", "2026-11-24")).not.toEqual([]);
  story.ok("assume", assumption, "--owner", "bo", "--review", "2027-03-01");
  expect(story.missing("scoping")).toEqual([]);

  const strength = () => story.threat("pipeline-takeover@firmware-pipeline");
  expect(strength()).toMatchObject({ finding: "addressed", strength: "assumed" });
  expect(story.refused("assume", assumption, "--challenge")).toEqual(["needs-rationale"]);
  story.ok("assume", assumption, "--challenge", "--why", "Two releases had no review");
  expect(strength()).toMatchObject({ finding: "asked", asks: ["isolates-builds@firmware-pipeline"] });
  story.ok("assume", assumption, "--confirm", "--review", "2027-03-01", "--why", "Both were reviewed afterwards");
  expect(strength()).toMatchObject({ finding: "addressed" });
  story.ok("assume", assumption, "--refute", "--why", "A third one was not");
  expect(strength()).toMatchObject({ finding: "asked" });
  expect(story.missing("scoping")).toEqual([]);
});

test("an assumption past its review carries nothing", () => {
  story.ok(
    "assume",
    "The maker isolates its builds",
    "--fact",
    "firmware-pipeline.isolates-builds=yes",
    "--owner",
    "bo",
    "--review",
    "2026-12-01",
  );
  const finding = () =>
    story.analysis().threats.find(({ id }) => id === "pipeline-takeover@firmware-pipeline")?.finding;
  expect(finding()).toBe("addressed");
  story.now = "2026-12-02";
  expect(finding()).toBe("asked");
  expect(story.missing("scoping")).toEqual(["assumption-the-maker-isolates-its-builds"]);
  story.now = "2026-11-24";
});

test("roles and features are named, and undone", () => {
  story.ok("role", "courier", "--title", "Courier");
  story.ok("feature", "Pick up by code", "--ticket", "LOCK-7");
  expect(story.ok("feature").features).toEqual({
    "pick-up-by-code": { title: "Pick up by code", ticket: "LOCK-7", state: "planned" },
  });
  story.ok("undo");
  expect(story.ok("feature").features).toEqual({});
  expect(story.read("threat-model/model.yaml")).toContain("courier");
});
