// What a newcomer types first: scope, people, roles, assumptions; and lists that say all that they count.
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, compose, Scratch } from "./testing/cli.ts";

const scratch = new Scratch();

beforeAll(() => {
  build();
  scratch.write("compose.yaml", compose);
  scratch.ok("init", "--name", "Shop");
}, 120_000);
afterAll(() => scratch.remove());

test("one --why belongs to what is left out, not to what is in scope", () => {
  scratch.ok("--as", "ann", "scope", "--in", "Checkout", "--out", "Card network", "--why", "Covered by an attestation");
  const { scope } = scratch.json("scope");
  expect(scope.in).toEqual([{ what: "Checkout" }]);
  expect(scope.out).toEqual([{ what: "Card network", why: "Covered by an attestation" }]);
  scratch.ok("--as", "ann", "scope", "--in", "Refunds", "--why", "Asked for by audit");
  expect(scratch.json("scope").scope.in).toContainEqual({ what: "Refunds", why: "Asked for by audit" });
});

test("a refusal names the option that is missing", () => {
  const { code, err } = scratch.run("--as", "ann", "scope", "--out", "Warehouse");
  expect(code).toBe(2);
  expect(err).toContain("Say why, in one sentence (--why).");
});

test("people, roles and assumptions are listed when none is named", () => {
  expect(scratch.ok("participant")).toBe("Nobody takes part yet.\n");
  expect(scratch.ok("assume")).toBe("Nothing is assumed.\n");
  scratch.ok("--as", "ann", "participant", "ann", "--team", "payments", "--job", "engineer", "--senior");
  scratch.ok("--as", "ann", "role", "support", "--title", "Support desk", "--privileged");
  scratch.ok("--as", "ann", "assume", "Laptops are managed", "--owner", "it", "--review", "2027-06-01");
  expect(scratch.ok("participant")).toMatch(/^ann +payments +senior engineer$/m);
  expect(scratch.ok("role")).toMatch(/^support +privileged +Support desk$/m);
  expect(scratch.ok("assume")).toBe("Laptops are managed\n  laptops-are-managed · holds · it · review 2027-06-01\n");
  expect(scratch.json("role").roles.support).toEqual({ title: "Support desk", privileged: "yes" });
});

test("the heading of threats adds up", () => {
  const [head = ""] = scratch.ok("threats", "--limit", "1").split("\n\n");
  const [total, ...parts] = [...head.matchAll(/(\d+) (?:threats?|open|asked|claimed|settled)/g)].map(([, n]) =>
    Number(n),
  );
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.reduce((sum, n) => sum + n, 0)).toBe(total);
});

test("each entry point stands on its own line, with what it is", () => {
  expect(scratch.ok("surface")).toMatch(/^ +10 {2}web-port-80 · api · internet anonymous · /m);
});

test("a verb that names nothing else takes the folder of the model, as -C does", () => {
  const elsewhere = new Scratch();
  try {
    for (const verb of ["threats", "questions", "risks", "surface", "scope", "mitigations", "criteria", "status"])
      expect(elsewhere.ok(verb, scratch.folder), verb).toBe(elsewhere.ok("-C", scratch.folder, verb));
    expect(elsewhere.run("check", scratch.folder).out).toBe(elsewhere.run("-C", scratch.folder, "check").out);
    expect(elsewhere.ok("report", scratch.folder, "--only", "register", "--out", "out")).toContain(" in out");
    expect(elsewhere.run("report").err).toContain("There is no threat model in .");
  } finally {
    elsewhere.remove();
  }
});

test("check --against speaks of gates, not of everything that is new", () => {
  scratch.git("init", "-q");
  scratch.commit("ann");
  scratch.ok("--as", "ann", "flow", "add", "web", "db", "--protocol", "http", "--id", "second");
  expect(scratch.ok("check", "--against", "HEAD")).toBe("No gate fails on what was added or made worse since HEAD.\n");
});

test("a threat that is written down is told what it does not say yet, with an example from the model", () => {
  const add = (...words: string[]) => scratch.ok("--as", "ann", "threat", "add", ...words).replace(/\s+/g, " ");
  expect(add("Prices are lowered", "--on", "web")).toContain(
    "It does not say who does it, for example “a user of web”.",
  );
  const whole = "A former clerk lowers prices on web, so that the shop sells at a loss";
  expect(add(whole)).not.toContain("It does not say");
  expect(scratch.json("--as", "ann", "threat", "add", "Prices vanish").title).toBe("Wrote a threat down");
});

test("a threat written down by hand rests on an assumption, old or new, and is taken off again", () => {
  const [on] = Object.keys(scratch.json("element").elements) as [string];
  scratch.ok(
    "--as",
    "ann",
    "threat",
    "add",
    "A lost laptop opens the admin area",
    "--on",
    on,
    "--slug",
    "lost",
    ...[...["--assumes", "laptops-are-managed", "--assumes", "Disks are encrypted"]],
  );
  const lost = `by-hand-lost@${on}`;
  const resting = () => scratch.json("assume").assumptions;
  expect(resting()["laptops-are-managed"].threats).toEqual([lost]);
  expect(resting()["disks-are-encrypted"]).toMatchObject({ text: "Disks are encrypted", threats: [lost] });
  expect(scratch.ok("assume")).toContain(`rests on it: ${lost}`);
  scratch.ok("--as", "ann", "accept", lost, "--owner", "ann", "--why", "few laptops", "--review", "2099-01-01");
  scratch.ok("--as", "ann", "assume", "laptops-are-managed", "--challenge", "--why", "Two were found unmanaged");
  expect(scratch.ok("explain", lost)).toContain("which is challenged by ann");
  scratch.ok("--as", "ann", "assume", "laptops-are-managed", "--unlink", lost);
  expect(resting()["laptops-are-managed"].threats).toBeUndefined();
  expect(scratch.ok("explain", lost)).not.toContain("challenged");
  scratch.ok("--as", "ann", "assume", "laptops-are-managed", "--threat", lost);
  expect(resting()["laptops-are-managed"].threats).toEqual([lost]);
});
