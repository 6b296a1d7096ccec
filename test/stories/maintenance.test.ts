// Maintenance: what changed between two revisions and why, what gets worse fails, drift is proposed, and ids outlive renames.
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, Story } from "./cli.ts";

let story: Story;
beforeAll(() => {
  build();
  story = new Story("shop");
});
afterAll(() => story.end());

interface Changed {
  readonly id: string;
  readonly kind?: string;
  readonly change: string;
  readonly cause: string;
}
interface Diff {
  readonly things: readonly Changed[];
  readonly threats: readonly Changed[];
  readonly surface: { readonly score: { readonly before: number; readonly after: number } };
}
const diff = (...args: readonly string[]) => story.ok<{ diff: Diff }>("diff", ...args).diff;
const port = [
  "      - orders:/var/lib/postgresql/data\n",
  '      - orders:/var/lib/postgresql/data\n    ports:\n      - "5432:5432"\n',
] as const;

test("nothing changed: the files show what was accepted, and a diff is empty", () => {
  expect(story.ok("discover")).toMatchObject({ proposal: null, problems: [] });
  expect(diff("--against", "HEAD")).toMatchObject({ things: [], threats: [] });
});

test("a refused proposal does not come back, until the files show something else", () => {
  story.edit("compose.yaml", ...port);
  const proposed = story.call("discover").out;
  expect(proposed).toContain("orders-db port 5432");
  const [{ id }] = story.ok<{ proposals: readonly [{ id: string }] }>("proposals").proposals;
  story.ok("proposals", "refuse", id, "--why", "A trial that nobody will merge");
  expect(story.read("threat-model/register.yaml")).toContain("A trial that nobody will merge");
  expect(story.call("discover").out).not.toContain("Added entry point");
  expect(story.ok<{ proposals: readonly unknown[] }>("proposals").proposals).toEqual([]);
  story.edit("compose.yaml", "5432:5432", "127.0.0.1:5432:5432");
  expect(story.call("discover").out).toContain("Added entry point");
  story.edit("compose.yaml", "127.0.0.1:5432:5432", "5432:5432");
});

test("a change is proposed and, once accepted, told with its cause: elements, flows, entry points, threats", () => {
  story.edit(
    "compose.yaml",
    "      QUEUE_URL: amqp://queue:5672",
    "      QUEUE_URL: amqp://queue:5672\n      AUDIT_URL: https://audit.ledger.example",
  );
  story.ok("discover", "--accept");
  const { things, threats, surface } = diff("--against", "HEAD");
  const added = things
    .filter(({ change }) => change === "added")
    .map(({ kind, id, cause }) => `${kind} ${id} ${cause}`);
  expect(added).toEqual(
    expect.arrayContaining([
      "element audit-ledger-example system",
      "flow checkout-api-to-audit-ledger-example system",
      "entry-point orders-db-port-5432 system",
    ]),
  );
  expect(surface.score.after - surface.score.before).toBe(10);
  const introduced = threats.filter(({ change }) => change === "introduced");
  expect(introduced.map(({ id }) => id)).toContain("internet-reaches-store@internet-caller-to-orders-db");
  expect(new Set(introduced.map(({ cause }) => cause))).toEqual(new Set(["system"]));
  story.commit("Publish the database's port", "ravi");
});

test("check against a revision fails on what was added, not on what was there", () => {
  const { code, out } = story.call("check", "--against", "HEAD~1", "--json");
  expect(code).toBe(1);
  expect(out).toContain("internet-reaches-store@internet-caller-to-orders-db");
  expect(out).not.toContain("sign-in-brake");
  expect(story.call("check", "--against", "HEAD").code).toBe(0);
});

test("between two revisions: what a fact closed and a time reopened, each with that cause", () => {
  story.ok("answer", "encrypted-in-transit@data", "yes", "--why", "All stores speak TLS since today");
  story.ok(
    "evidence",
    "extra-field-changes-nothing@api-schemas",
    "--failed",
    "--method",
    "A further field",
    "--performer",
    "noor",
    "--commit",
    "5e1f0aa",
    "--saw",
    "It was stored",
  );
  story.commit("TLS for the stores; a schema lets a field pass", "ann");
  const { things, threats } = diff("HEAD~1", "HEAD");
  expect(things).toMatchObject([{ kind: "zone", id: "data", change: "changed", cause: "fact" }]);
  const closed = threats.find(({ id }) => id === "clear-text-crossing@checkout-api-to-orders-db");
  expect(closed).toMatchObject({ cause: "fact" });
  const reopened = threats.filter(({ change }) => change === "reopened");
  expect(reopened.map(({ id }) => id)).toContain("unchecked-input@checkout-api");
  expect(new Set(reopened.map(({ cause }) => cause))).toEqual(new Set(["evidence"]));
  expect(story.call("diff", "HEAD~1", "HEAD", "--markdown").out).toContain("Threats reopened");
});

test("a diff of one revision with itself on a later day shows what time did", () => {
  story.now = "2026-12-08";
  expect(
    story
      .analysis()
      .acceptances.filter(({ state }) => state === "expired")
      .map(({ threat }) => threat),
  ).toEqual(["stolen-credentials@api-cardpath-example"]);
  expect(story.missing("maintenance")).toEqual(["acceptance-stolen-credentials@api-cardpath-example"]);
  story.now = "2026-11-24";
});

test("a renamed thing keeps its threats' decisions through `was`, and a thing that is gone leaves them orphaned", () => {
  const before = story.analysis().threats.filter(({ subject }) => subject === "container-host").length;
  const model = "threat-model/model.yaml";
  story.edit(
    model,
    "  container-host:\n    title: Container host\n",
    "  docker-host:\n    was: [container-host]\n    title: Container host\n",
  );
  const after = story.analysis().threats;
  expect(after.filter(({ subject }) => subject === "docker-host").length).toBe(before);
  expect(after.filter(({ finding }) => finding === "orphaned")).toEqual([]);
  expect(after.find(({ id }) => id === "exposed-admin-tool@docker-host")).toMatchObject({
    status: "mitigating",
    mitigations: ["shell-on-request"],
  });
});

test("today's debt is recorded once and may only shrink", () => {
  expect(story.call("check").code).toBe(1);
  story.ok("check", "--start");
  const recorded = story.read("threat-model/debt.yaml");
  expect(recorded).toContain("internet-reaches-store@internet-caller-to-orders-db");
  story.commit("Record the debt", "ann");
  expect(story.call("check").code).toBe(0);

  story.ok(
    "threat",
    "add",
    "A clerk prints all invoices at home",
    "--on",
    "invoices",
    "--slug",
    "printed-at-home",
    "--category",
    "I",
  );
  expect(story.call("check").out).toContain("by-hand-printed-at-home@invoices");
  expect(story.call("check").code).toBe(1);
  story.ok("check", "--start");
  expect(story.read("threat-model/debt.yaml")).not.toContain("printed-at-home");
  story.ok("assign", "internet-reaches-store@internet-caller-to-orders-db", "--owner", "mikkel", "--due", "2026-11-27");
  story.ok("check", "--start");
  expect(story.read("threat-model/debt.yaml")).not.toContain("internet-reaches-store");
});

test("what was done last can be taken back, not what others built on", () => {
  story.as = "ravi";
  story.ok("assign", "by-hand-printed-at-home@invoices", "--owner", "ravi", "--due", "2026-12-18");
  story.ok("undo");
  expect(story.threat("by-hand-printed-at-home@invoices").owner).toBeUndefined();
  story.as = "ann";
});
