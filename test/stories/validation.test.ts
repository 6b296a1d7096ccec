// Validation: every status is reached, nothing closes on somebody's word, acceptances take two people, evidence ages.
import { type Status, statuses } from "@parapet/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, Story } from "./cli.ts";

let story: Story;
beforeAll(() => {
  build();
  story = new Story("shop");
});
afterAll(() => story.end());

const status = (id: string): Status => story.threat(id).status;
const acceptance = (id: string) => story.analysis().acceptances.find(({ threat }) => threat === id);
const byHand = (what: string) => [
  "--method",
  what,
  "--performer",
  "noor",
  "--commit",
  "4f1c9e2",
  "--saw",
  "As it should be",
];
const reached = new Set<Status>();

describe("from open to verified", () => {
  const id = "undeclared-crossing@mail-worker-to-invoices";
  const criterion = "only-named-flows@data-border-list";

  test("mitigating → implemented: built is not tested, and the risk is as high as before", () => {
    expect(status("clear-text-crossing@edge-to-identity")).toBe("mitigating");
    story.ok("mitigate", "four-eyes-refunds", "--implemented");
    story.ok(
      "mitigate",
      "abuse-brake",
      "--implemented",
      "--link",
      "https://git.shop.example/shop/-/merge_requests/640",
    );
    expect(story.threat("by-hand-card-testing@pay-order")).toMatchObject({ status: "implemented", finding: "open" });
    reached.add("mitigating").add("implemented");
  });

  test("what is only declared leaves a severe threat claimed", () => {
    expect(status("automated-abuse@sign-in")).toBe("claimed");
    expect(story.threat("automated-abuse@sign-in")).toMatchObject({ finding: "addressed", strength: "declared" });
    reached.add("claimed");
  });

  test("evidence by hand counts only with method, another performer, what was tested and what was seen", () => {
    const own = "abuse-stopped@abuse-brake";
    expect(story.refused("evidence", own, "--passed")).not.toEqual([]);
    expect(
      story.refused(
        "evidence",
        own,
        "--passed",
        "--method",
        "A script",
        "--performer",
        "ann",
        "--commit",
        "4f1c9e2",
        "--saw",
        "429",
      ),
    ).not.toEqual([]);
    expect(story.refused("evidence", own, "--failed", "--commit", "nonsense")).not.toEqual([]);
    story.ok("evidence", own, "--passed", "--declared");
    expect(status("automated-abuse@sign-in")).toBe("claimed");
    story.ok("evidence", own, "--passed", ...byHand("A script with ten accounts for an hour"));
    expect(status("automated-abuse@sign-in")).toBe("verified");
    expect(status("by-hand-card-testing@pay-order")).toBe("verified");
    expect(story.threat("automated-abuse@sign-in").current).toBeLessThan(
      story.threat("automated-abuse@sign-in").inherent,
    );
    reached.add("verified");
  });

  test("evidence that failed reopens", () => {
    story.ok("evidence", "abuse-stopped@abuse-brake", "--failed", ...byHand("The same script with a hundred accounts"));
    expect(story.threat("automated-abuse@sign-in").finding).toBe("open");
    story.ok("evidence", "abuse-stopped@abuse-brake", "--passed", ...byHand("A hundred accounts again, after the fix"));
    expect(status("automated-abuse@sign-in")).toBe("verified");
  });

  test("evidence ages: stale fails the gate and reopens nothing", () => {
    story.ok("mitigate", "data-border-list", "--implemented");
    story.ok("evidence", criterion, "--passed", ...byHand("Every port from every container"));
    story.now = "2027-06-01";
    const { mitigations, gates } = story.analysis();
    expect(mitigations.find((one) => one.id === "data-border-list")?.state).toBe("stale");
    expect(gates.find((gate) => gate.id === "evidence-fresh")?.failing).toContain("data-border-list");
    expect(story.threat("automated-abuse@sign-in")).toMatchObject({ status: "verified", stale: true });
    story.now = "2026-11-24";
    expect(story.threat(id).finding).toBe("open");
  });
});

describe("risk acceptance", () => {
  const high = "clear-text-crossing@checkout-api-to-queue";
  const because = ["--owner", "mikkel", "--why", "Mails hold an order number only", "--review", "2027-02-28"];

  test("refuses without owner, rationale and a review date in the future", () => {
    for (const missing of ["--owner", "--why", "--review"]) {
      const at = because.indexOf(missing);
      const rest = because.filter((_, i) => i !== at && i !== at + 1);
      expect(story.refused("accept", high, ...rest), missing).not.toEqual([]);
    }
    expect(story.refused("accept", high, "--owner", "mikkel", "--why", "So be it", "--review", "2026-11-24")).toEqual([
      "needs-review-date",
    ]);
  });

  test("of a high risk closes nothing before another person with the right approved it", () => {
    story.ok("accept", high, ...because);
    expect(acceptance(high)).toMatchObject({ state: "proposed" });
    expect(status(high)).toBe("mitigating");
    expect(story.refused("approve", high)).toEqual(["needs-second-person"]);
    story.as = "mikkel";
    expect(story.refused("approve", high)).toEqual(["needs-second-person"]);
    story.as = "dana";
    expect(story.refused("approve", high)).toEqual(["not-permitted"]);
    story.as = "noor";
    story.ok("approve", high);
    story.as = "ann";
    expect(acceptance(high)).toMatchObject({ state: "in-force", approvedBy: "noor" });
    expect(status(high)).toBe("accepted");
    reached.add("accepted");
  });

  test("that changed after its approval waits again", () => {
    const approval = /\n {4}approved:\n {6}by: noor\n {6}on: 2026-11-24\n {6}of: "?[0-9a-f]{16}"?\n/;
    expect(story.read("threat-model/register.yaml")).toMatch(approval);
    story.edit(
      "threat-model/register.yaml",
      `${high}:\n    owner: mikkel\n    why: `,
      `${high}:\n    owner: mikkel\n    why: Most `,
    );
    expect(acceptance(high)).toMatchObject({ state: "proposed", because: "it changed after Noor approved it" });
    expect(status(high)).toBe("mitigating");
    story.as = "noor";
    story.ok("approve", high);
    expect(acceptance(high)).toMatchObject({ state: "in-force", approvedBy: "noor" });
    expect(story.refused("approve", high)).toEqual(["not-possible"]);
    story.as = "ann";
  });

  test("written into the file by hand without the right is claimed and closes nothing", () => {
    story.edit(
      "threat-model/register.yaml",
      "    approved:\n      by: noor\n      on: 2026-11-24\n",
      "    approved:\n      by: dana\n      on: 2026-11-24\n",
    );
    expect(acceptance(high)).toMatchObject({ state: "claimed" });
    expect(status(high)).toBe("mitigating");
    story.edit(
      "threat-model/register.yaml",
      "    approved:\n      by: dana\n      on: 2026-11-24\n",
      "    approved:\n      by: noor\n      on: 2026-11-24\n",
    );
  });

  test("of a medium risk needs no second person", () => {
    const medium = "supplier-outage@api-cardpath-example-service";
    expect(acceptance(medium)).toMatchObject({ state: "in-force" });
    story.ok("accept", medium, "--withdraw");
    expect(status(medium)).toBe("open");
    story.ok("accept", medium, "--owner", "dana", "--why", "Three hours in three years", "--review", "2027-05-31");
    expect(status(medium)).toBe("accepted");
  });

  test("in the same commit, or by one author, is claimed in check; by two authors it is in force", () => {
    const gate = () => {
      const { code, out } = story.call("check", "--json");
      expect([0, 1]).toContain(code);
      const { gates } = JSON.parse(out) as { gates: readonly { id: string; failing: readonly unknown[] }[] };
      return JSON.stringify(gates.find(({ id }) => id === "acceptances")?.failing);
    };
    expect(gate()).toContain(high);
    story.commit("Accept the risk of the mail queue", "mikkel");
    expect(gate()).toContain(high);
    const other = "operators-read-data@secrets";
    const register = story.read("threat-model/register.yaml");
    const approved =
      /(\n {2}operators-read-data@secrets:\n(?: {4}.*\n)*?)( {4}approved:\n {6}by: noor\n {6}on: 2026-11-10\n)/.exec(
        register.slice(register.indexOf("\nacceptances:")),
      );
    expect(approved).not.toBeNull();
    const [whole = "", entry = "", block = ""] = approved ?? [];
    story.edit("threat-model/register.yaml", whole, entry);
    story.commit("Take the approval back", "ann");
    expect(acceptance(other)?.state).toBe("proposed");
    story.edit("threat-model/register.yaml", entry, `${entry}${block}`);
    story.commit("Approve it", "noor");
    expect(gate()).not.toContain(other);
    expect(gate()).toContain(high);
    // This approval names no digest: the history shows that the request changed after it.
    story.edit("threat-model/register.yaml", entry, entry.replace(/\n {4}why: /, "$&Briefly, "));
    story.commit("Say it better", "ann");
    expect(gate()).toContain(other);
  });

  test("expired, it reopens its threat", () => {
    story.now = "2027-03-01";
    expect(acceptance(high)).toMatchObject({ state: "expired" });
    expect(status(high)).toBe("mitigating");
    expect(story.missing("maintenance")).toContain(`acceptance-${high}`);
    story.now = "2026-11-24";
  });
});

test("an open severe threat without owner and day fails the gate", () => {
  const { code, out } = story.call("check", "--json");
  expect(code).toBe(1);
  expect(out).toContain('"owned"');
  const owned = () => story.analysis().gates.find(({ id }) => id === "owned")?.failing ?? [];
  expect(owned()).toEqual([]);
  story.ok(
    "threat",
    "add",
    "A forged invoice is mailed in our name",
    "--on",
    "invoices",
    "--slug",
    "forged-invoice",
    "--category",
    "spoofing",
  );
  expect(owned()).toEqual(["by-hand-forged-invoice@invoices"]);
  story.ok("assign", "by-hand-forged-invoice@invoices", "--owner", "ravi", "--due", "2026-12-18");
  expect(owned()).toEqual([]);
});

test("every other status is reached as well", () => {
  const now = () => new Set(story.analysis().threats.map((threat) => threat.status));
  for (const each of now()) reached.add(each);

  // Avoided: decided, and its subject left the model. Orphaned: it left, and nobody decided that.
  story.ok("decide", "clear-text-inside@storefront-to-identity", "avoid", "--why", "The API checks sessions alone");
  story.ok("score", "clear-text-inside@back-office-to-identity", "--confirm");
  const model = "threat-model/model.yaml";
  for (const flow of ["storefront-to-identity", "back-office-to-identity"]) {
    const text = story.read(model);
    const entry = new RegExp(`\\n {2}${flow}:\\n(?: {4}.*\\n)+`).exec(text)?.[0] as string;
    story.edit(model, entry, `\n  ${flow}: {ignore: Sessions are checked elsewhere}\n`);
  }
  for (const each of now()) reached.add(each);
  expect([...statuses].filter((each) => !reached.has(each))).toEqual([]);
});
