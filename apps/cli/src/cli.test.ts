// The command line from outside: exit codes, what stands on standard output, that nothing is lost, and what is said about bad input.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, compose, Scratch } from "./testing/cli.ts";
import { verbs } from "./verbs.ts";

beforeAll(build, 120_000);

const scratches: Scratch[] = [];
function scratch(files: Readonly<Record<string, string>> = {}): Scratch {
  const made = new Scratch();
  scratches.push(made);
  for (const [path, text] of Object.entries(files)) made.write(path, text);
  return made;
}
afterAll(() => {
  for (const one of scratches) one.remove();
});

const model = `# kept
parapet: 1
system: Shop
zones:
  inner: {kind: private-network}
elements:
  web: {kind: process, zone: inner}   # the front
  db: {kind: data-store, zone: inner, technologies: [postgresql]}
flows:
  save: {from: web, to: db, protocol: postgresql}
`;
const begun = (): Scratch => scratch({ "threat-model/model.yaml": model });
const files = ["model", "register", "observed"] as const;
const textOf = (one: Scratch, name: (typeof files)[number]): string =>
  readFileSync(join(one.folder, "threat-model", `${name}.yaml`), "utf8");

describe("init and discover", () => {
  const shop = scratch({ "compose.yaml": compose });

  test("init writes a thin model beside what the files show, and it analyses", () => {
    expect(shop.json("init", ".", "--name", "Web shop")).toMatchObject({
      system: "Web shop",
      files: ["threat-model/model.yaml", "threat-model/observed.yaml", "threat-model/register.yaml"],
      read: ["compose.yaml"],
    });
    expect(textOf(shop, "model")).toContain("system: Web shop");
    expect(textOf(shop, "model")).not.toContain("web:");
    expect(textOf(shop, "observed")).toContain("seen: compose.yaml:");
    const analysis = shop.json("analyze");
    expect(analysis.schema).toBe("parapet/analysis/1");
    expect(analysis.elements.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(["web", "db"]));
    expect(analysis.summary.asked).toBeGreaterThan(10);
  });

  test("init refuses to write over a model", () => {
    const before = textOf(shop, "model");
    const again = shop.run("init", ".");
    expect([again.code, again.out]).toEqual([2, ""]);
    expect(again.err).toContain("There is a threat model already: threat-model/model.yaml. Nothing was changed.");
    expect(textOf(shop, "model")).toBe(before);
  });

  test("init --blank reads nothing", () => {
    const blank = scratch({ "compose.yaml": compose });
    expect(blank.json("init", "--blank").files).toEqual(["threat-model/model.yaml", "threat-model/register.yaml"]);
    expect(blank.json("analyze").elements).toEqual([]);
  });

  test("discover proposes, refuses for good, accepts; people's work stays", () => {
    expect(shop.ok("discover")).toContain("The files show what was accepted.");
    shop.ok("answer", "encrypted-in-transit@inner", "yes", "--as", "ann");
    const before = textOf(shop, "observed");
    shop.write("compose.yaml", compose.replace("  db:\n", "  cache: {image: 'redis:7', networks: [inner]}\n  db:\n"));
    const { proposal } = shop.json("discover");
    expect(proposal.sentences.join("\n")).toContain("Added data store cache");
    expect(textOf(shop, "observed")).toBe(before);
    expect(shop.json("proposals").proposals.map(({ id }: { id: string }) => id)).toEqual([proposal.id]);
    shop.ok("proposals", "refuse", proposal.id, "--why", "a trial", "--as", "ann");
    expect(shop.json("discover")).toMatchObject({ proposal: null });
    expect(shop.json("proposals").proposals).toEqual([]);
    shop.ok("undo", "--as", "ann");
    shop.ok("discover", "--accept", "--as", "ann");
    expect(textOf(shop, "observed")).toContain("cache:");
    expect(textOf(shop, "model")).toContain("encrypted-in-transit: {value: yes, by: ann");
    expect(shop.ok("discover")).toContain("The files show what was accepted.");
  });
});

describe("the same input gives the same bytes", () => {
  const one = scratch({ "compose.yaml": compose });
  beforeAll(() => {
    one.ok("init", ".");
  });

  test.each([
    ["analyze"],
    ["threats"],
    ["questions"],
    ["surface"],
    ["risks"],
    ["mitigations"],
    ["criteria"],
    ["status"],
    ["team"],
    ["rules", "list"],
    ["check"],
  ])("%s --json", (...args) => {
    const [first, second] = [one.run(...args, "--json"), one.spawn(...args, "--json")];
    expect(first).toEqual(second);
    expect(JSON.parse(first.out)).toBeTypeOf("object");
  });

  test("as text, with changes and undo: in a process of its own, or in the one that is held ready for tests", () => {
    const [one, other] = [begun(), begun()];
    for (const args of [
      ["run", "--no-report"],
      ["threat", "add", "Somebody reads it", "--on", "db", "--as", "ann"],
      ["check"],
      ["surface", "--all"],
      ["undo", "--as", "ann"],
      ["undo", "--as", "ann"],
    ])
      expect(one.run(...args), args.join(" ")).toEqual(other.spawn(...args));
    expect(textOf(one, "register")).toBe(textOf(other, "register"));
  });

  test("report twice", () => {
    const made = one.json("report", "--out", "a").files as string[];
    expect(one.spawn("report", "--out", "b").code).toBe(0);
    expect(made.length).toBeGreaterThan(8);
    for (const file of made)
      expect(readFileSync(join(one.folder, "a", file), "utf8"), file).toBe(
        readFileSync(join(one.folder, "b", file), "utf8"),
      );
  });
});

describe("changes", () => {
  test("keep comments and say what they did; undo gives the bytes back", () => {
    const one = begun();
    const out = one.ok("answer", "encrypted-in-transit@save", "yes", "--as", "ann");
    expect(out).toMatch(/^Answered encrypted-in-transit@save: yes\.\n/);
    const after = textOf(one, "model");
    expect(after).toContain("# the front");
    expect(after).toContain("encrypted-in-transit: {value: yes, by: ann, on: 2026-11-24}");
    expect(one.ok("answer", "encrypted-in-transit@save", "yes", "--as", "ann")).toContain("Nothing was changed.");
    one.ok("undo", "--as", "ann");
    expect(textOf(one, "model")).toBe(model);
    expect(one.run("undo", "--as", "ann").err).toContain("There is nothing of ann to undo.");
  });

  test("lay a line that gets too long out over lines; undo takes back what was said, not the lines", () => {
    const one = begun();
    one.ok("answer", "encrypted-in-transit@save", "yes", "--why", "TLS is enforced", "--as", "ann");
    expect(textOf(one, "model")).toContain(
      "  save:\n    from: web\n    to: db\n    protocol: postgresql\n    facts: {",
    );
    one.ok("undo", "--as", "ann");
    const lines = "save:\n    from: web\n    to: db\n    protocol: postgresql\n";
    expect(textOf(one, "model")).toBe(model.replace("save: {from: web, to: db, protocol: postgresql}\n", lines));
  });

  test("what a feature adds is told by --feature alone", () => {
    const one = begun();
    one.write(
      "threat-model/model.yaml",
      model.replace(
        "flows:",
        "  vault: {kind: data-store, zone: inner, state: planned}\nflows:\n  keep: {from: web, to: vault, state: planned}",
      ),
    );
    one.ok("feature", "Save a card", "--adds", "vault,keep", "--as", "ann");
    const said = one.ok("surface", "--feature", "save-a-card");
    expect(said).toContain("  1 element: vault\n  1 flow: keep\n");
    const delta = one.json("surface", "--feature", "save-a-card");
    expect(delta.elements.map(({ id }: { id: string }) => id)).toEqual(["vault"]);
    expect(delta.flows.map(({ id }: { id: string }) => id)).toEqual(["keep"]);
    expect(delta.threats.length).toBeGreaterThan(0);
    const ids = (args: string[]): string[] => one.json("threats", ...args).threats.map(({ id }: { id: string }) => id);
    const without = ids([]);
    expect(without.filter((id) => id.includes("vault"))).toEqual([]);
    expect(ids(["--feature", "save-a-card"]).length).toBe(without.length + delta.threats.length);
    one.ok("feature", "save-a-card", "--built", "--as", "ann");
    expect(ids([]).length).toBe(without.length + delta.threats.length);
    expect(one.run("threats", "--feature", "nothing").err).toContain("There is no feature nothing.");
  });

  test("undo names what others built on it", () => {
    const one = begun();
    one.ok("threat", "add", "A courier reads the label", "--on", "web", "--as", "ann");
    one.ok("threat", "withdraw", "by-hand-a-courier-reads-the-label@web", "--why", "no couriers", "--as", "bo");
    const refused = one.run("undo", "--as", "ann");
    expect(refused.code).toBe(2);
    expect(refused.err.replace(/\s+/g, " ")).toContain("bo changed it since");
  });

  test("a query covers what it named then", () => {
    const one = begun();
    const named = one
      .json("threats", "--element", "db", "--finding", "asked")
      .threats.map(({ id }: { id: string }) => id) as string[];
    expect(named.length).toBeGreaterThan(1);
    one.ok("assign", "--element", "db", "--finding", "asked", "--owner", "ann", "--due", "2027-01-31", "--as", "ann");
    const { threats } = one.json("analyze") as { threats: { id: string; owner?: string }[] };
    expect(
      threats
        .filter(({ owner }) => owner === "ann")
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...named].sort());
    expect(textOf(one, "register").match(/owner: ann/g)).toHaveLength(named.length);
  });

  test("scores confirmed before are skipped and counted; nothing left to confirm is refused", () => {
    const one = begun();
    const [first, second] = one.json("threats").threats.map(({ id }: { id: string }) => id) as [string, string];
    one.ok("score", first, "--confirm", "--as", "ann");
    const said = one.ok("score", first, second, "--confirm", "--as", "ann");
    expect(said).toContain(`Confirmed the score of ${second}; 1 confirmed already`);
    expect(one.run("score", first, second, "--confirm", "--as", "ann").err).toContain("is confirmed already");
  });

  test("acceptance is two steps by two people; check reads who committed them", () => {
    const one = begun();
    one.git("init", "-q", "-b", "main", ".");
    one.write("threat-model/model.yaml", `${model}scope: {criticality: high}\n`);
    const id = one.json("threat", "add", "Refunds are paid twice", "--on", "web", "--category", "T", "--as", "ann")
      .made[0] as string;
    one.ok("assign", id, "--owner", "ann", "--due", "2027-01-31", "--as", "ann");
    one.ok(
      "score",
      id,
      "--damage",
      "9",
      "--affected",
      "9",
      "--exploitability",
      "9",
      "--reproducibility",
      "9",
      "--reason",
      "damage=money",
      "--reason",
      "affected=all",
      "--reason",
      "exploitability=easy",
      "--reason",
      "reproducibility=always",
      "--as",
      "ann",
    );
    one.commit("ann");
    const states = (): string[] => {
      const { code, out } = one.run("check", "--json");
      const { failing } = JSON.parse(out).gates.find((gate: { id: string }) => gate.id === "acceptances");
      expect(code).toBe(failing.length > 0 ? 1 : code);
      return failing;
    };
    const said = one.ok(
      "accept",
      id,
      "--owner",
      "ann",
      "--why",
      "Nobody loses",
      "--review",
      "2027-05-01",
      "--as",
      "ann",
    );
    expect(said.replace(/\s+/g, " ")).toContain("once another person approves it");
    one.commit("ann");
    expect(states()).toEqual([id]);
    one.ok("approve", id, "--as", "bo");
    expect(states()).toEqual([id]);
    one.commit("ann");
    expect(one.run("check").out.replace(/\s+/g, " ")).toContain("one author committed both steps");
    one.git("reset", "-q", "--soft", "HEAD~1");
    one.commit("bo");
    expect(states()).toEqual([]);
    expect(one.run("check", "--against", "HEAD").code).toBe(0);
    const renamed = textOf(one, "model").replace("web: {", "site: {was: [web], ").replace("from: web", "from: site");
    one.write("threat-model/model.yaml", renamed);
    expect(one.json("analyze").acceptances.map(({ threat }: { threat: string }) => threat)).toEqual([
      "by-hand-refunds-are-paid-twice@site",
    ]);
    expect(states()).toEqual([]);
    one.write(
      "threat-model/model.yaml",
      renamed.replace("site: {was: [web], ", "web: {").replace("from: site", "from: web"),
    );
    expect(one.run("accept", id, "--owner", "ann", "--as", "ann").code).toBe(2);
  });
});

describe("gates", () => {
  const one = begun();
  beforeAll(() => {
    one.git("init", "-q", "-b", "main", ".");
    one.write("threat-model/policy.yaml", "parapet: 1\ngates: {reviews: on}\n");
    one.commit("ann");
  });

  test("a failing gate is exit code 1, and only check ends so", () => {
    const { code, out } = one.run("check");
    expect([code, out.includes("✗ reviews")]).toEqual([1, true]);
    expect(one.run("status").code).toBe(0);
  });

  test("--start records debt that may only shrink", () => {
    one.ok("check", "--start", "--as", "ann");
    expect(one.run("check").code).toBe(0);
    one.ok("review", "diagram", "--as", "ann");
    one.ok("check", "--start", "--as", "ann");
    const debt = readFileSync(join(one.folder, "threat-model/debt.yaml"), "utf8");
    expect(debt).not.toContain("diagram");
    expect(debt).toContain("surface");
    one.write("threat-model/register.yaml", "parapet: 1\n");
    expect(one.run("check").out).toContain("diagram");
    one.ok("check", "--start", "--as", "ann");
    expect(one.run("check").code).toBe(1);
  });

  test("--against fails on what was added since, and names it", () => {
    one.commit("ann");
    expect(one.run("check", "--against", "HEAD").code).toBe(0);
    one.ok("answer", "encrypted-in-transit@save", "no", "--why", "seen", "--as", "ann");
    one.write(
      "threat-model/observed.yaml",
      "parapet: 1\nflows:\n  save: {facts: {encrypted-in-transit: {value: yes, seen: 'db.conf:3'}}}\n",
    );
    const { code, out } = one.run("check", "--against", "HEAD", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out).gates.map(({ gate }: { gate: string }) => gate)).toEqual(["contradictions"]);
    expect(one.json("diff", "--against", "HEAD").diff.questions.length).toBeGreaterThan(0);
    one.ok("settle", "encrypted-in-transit@save", "no", "--why", "seen on the wire", "--as", "ann");
    expect(one.run("check", "--against", "HEAD").code).toBe(0);
  });
});

describe("diff", () => {
  const one = begun();
  beforeAll(() => {
    one.git("init", "-q", "-b", "main", ".");
    one.commit("ann");
    one.write(
      "threat-model/model.yaml",
      model.replace("flows:", "  cache: {kind: data-store, zone: inner}\nflows:\n  fill: {from: web, to: cache}"),
    );
    one.commit("bo");
    one.write("old/model.yaml", model);
  });

  test.each([[["HEAD~1", "HEAD"]], [["--against", "HEAD~1"]], [["old", "threat-model"]], [["old"]]])(
    "%j names what came, and why",
    (args) => {
      const { diff } = one.json("diff", ...args);
      expect(diff.things.map(({ id }: { id: string }) => id).sort()).toEqual(["cache", "fill"]);
      expect(diff.threats.length).toBeGreaterThan(0);
      expect(new Set(diff.threats.map(({ cause }: { cause: string }) => cause))).toEqual(new Set(["system"]));
      expect(one.ok("diff", ...args)).toContain("Element cache added");
      expect(one.ok("diff", ...args, "--markdown")).toMatch(/^## /);
    },
  );

  test("nothing is different from itself", () => {
    expect(one.ok("diff", "HEAD")).toBe("Nothing is different.\n");
    expect(one.run("diff").err).toContain("Nothing is named to compare with.");
  });
});

describe("an organisation's own knowledge", () => {
  const shippedRule = new URL("../../../packages/knowledge/rules/access/container-breakout.yaml", import.meta.url);
  const own = readFileSync(shippedRule, "utf8").replace("id: container-breakout", "id: own-breakout");
  const one = begun();
  const rule = "threat-model/knowledge/rules/own-breakout.yaml";
  beforeAll(() => {
    one.write("threat-model/model.yaml", model.replace("kind: process,", "kind: process, facts: {is-container: yes},"));
    one.write(rule, own);
  });

  test("is tested by its examples, listed and used", () => {
    expect(one.json("rules", "test").examples).toHaveLength(4);
    const ids = one.json("rules", "list").rules.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining(["own-breakout", "container-breakout"]));
    expect(one.json("threats", "--rule", "own-breakout").threats.map(({ id }: { id: string }) => id)).toEqual([
      "own-breakout@web",
    ]);
    expect(one.ok("explain", "own-breakout@web")).toContain("Containers share a kernel.");
  });

  test("may name who usually attacks it", () => {
    one.write(
      "threat-model/knowledge/attackers/rival.yaml",
      "id: rival\ntitle: A rival\ndescription: Wants our prices.\nstarts: private-network\ncapability: medium\nmotive: Prices\nsource: Our incidents\n",
    );
    const ids = one.json("surface").surface.attackers.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(["network-intruder", "rival"]);
  });

  test("that is wrong stops the analysis with file and line", () => {
    one.write(rule, own.replace("applies: is-container", "applies: is-contianer"));
    for (const args of [["rules", "test"], ["threats"]]) {
      const { code, out, err } = one.run(...args);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(`${rule}:5`);
      expect(err).toContain('There is no fact "is-contianer".');
    }
  });

  test("an example that ends otherwise is told", () => {
    one.write(rule, own.replace("value: unprivileged", "value: confined"));
    const { code, err } = one.run("rules", "test");
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, " ")).toContain("own-breakout flags 1: the example should be open, and is addressed.");
  });
});

describe("output", () => {
  const one = begun();

  test("explain of a question tells what each answer means and what waits for it", () => {
    const asked = one.json("questions").questions as { id: string; fact: string }[];
    const pooled = asked.find(({ fact }) => fact === "resilience") as { id: string };
    const said = one.ok("explain", pooled.id);
    expect(said).toContain("bounded: limits on memory, time and size");
    expect(said).toContain(`parapet answer ${pooled.id} ANSWER`);
    const { settles } = one.json("explain", pooled.id);
    expect(settles.length).toBeGreaterThan(0);
    for (const id of settles.slice(0, 12)) expect(said).toContain(id);
  });

  test("help of every verb shows an example or says what it does", () => {
    for (const { name, load: _load, summary } of verbs) {
      const { code, out } = one.run(name, "--help");
      expect([name, code]).toEqual([name, 0]);
      expect(out, name).toContain(summary);
    }
  });

  test("schema prints JSON Schema; export prints what it makes", () => {
    expect(JSON.parse(one.ok("schema", "model")).properties.system).toBeDefined();
    expect(one.ok("export", "register").split("\r\n")[0]).toContain("id,title,");
    expect(one.ok("export", "svg")).toMatch(/^<\?xml|^<svg/);
    one.ok("export", "png", "--out", join(one.folder, "diagram.png"));
    expect(readFileSync(join(one.folder, "diagram.png")).subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(JSON.parse(one.ok("export", "analysis")).schema).toBe("parapet/analysis/1");
  });
});

describe("bad input is one clear error, exit code 2, and nothing changes", () => {
  const conflict = `${model}<<<<<<< ours\n  a: 1\n=======\n  a: 2\n>>>>>>> theirs\n`;
  test.each<[string, Readonly<Record<string, string>>, string[], string]>([
    ["an unknown verb", {}, ["treats"], "There is no verb “treats”. Did you mean threats?"],
    ["an unknown option", { "threat-model/model.yaml": model }, ["threats", "--colour"], "Unknown option '--colour'"],
    ["a missing argument", { "threat-model/model.yaml": model }, ["explain"], "Missing required argument 'id'"],
    ["no model", {}, ["threats"], "There is no threat model in ."],
    [
      "several models",
      { "threat-model/a/model.yaml": model, "threat-model/b/model.yaml": model },
      ["threats"],
      "threat-model holds 2 models: a, b.",
    ],
    [
      "a model of another name",
      { "threat-model/a/model.yaml": model },
      ["threats", "--model", "c"],
      "There is no model named c.",
    ],
    [
      "a day that is none",
      { "threat-model/model.yaml": model },
      ["threats", "--now", "2026-02-30"],
      "2026-02-30 is not a day.",
    ],
    [
      "a date in words",
      { "threat-model/model.yaml": model },
      ["assign", "--element", "db", "--owner", "a", "--due", "soon", "--as", "ann"],
      "due",
    ],
    [
      "nobody as the author",
      { "threat-model/model.yaml": model },
      ["threat", "add", "x"],
      "Nobody is named as the author",
    ],
    ["a file where a folder is wanted", { shop: "x" }, ["init", "shop"], "shop is a file, not a folder."],
    ["a folder that is not there", {}, ["init", "nowhere"], "nowhere does not exist."],
    ["a newer schema", { "threat-model/model.yaml": model.replace("parapet: 1", "parapet: 99") }, ["threats"], "99"],
    ["conflict markers", { "threat-model/model.yaml": conflict }, ["threats"], "threat-model/model.yaml:11"],
    [
      "broken YAML",
      { "threat-model/model.yaml": "parapet: 1\nsystem: [Shop\n" },
      ["threats"],
      "threat-model/model.yaml:",
    ],
    ["an unknown key", { "threat-model/model.yaml": model.replace("zones:", "zonse:") }, ["threats"], "zones"],
    ["an unknown tier", { "threat-model/model.yaml": model }, ["threats", "--tier", "hihg"], "hihg is no tier."],
    [
      "a query that names nothing",
      { "threat-model/model.yaml": model },
      ["assign", "--rule", "nothing", "--owner", "a", "--as", "ann"],
      "The query names no threat",
    ],
    [
      "a threat that is not there",
      { "threat-model/model.yaml": model },
      ["accept", "x@web", "--owner", "a", "--why", "b", "--review", "2027-01-01", "--as", "ann"],
      "There is no threat x@web.",
    ],
    [
      "an output folder that is a file",
      { "threat-model/model.yaml": model, out: "x" },
      ["report", "--out", "out"],
      "cannot be written",
    ],
    [
      "a folder of its own that is a file",
      { "threat-model/model.yaml": model, "threat-model/.parapet": "x" },
      ["threat", "add", "x", "--as", "ann"],
      "cannot be written",
    ],
    ["a binary model", { "threat-model/model.yaml": "\u0000\u0001parapet" }, ["threats"], "threat-model/model.yaml"],
    ["an unknown revision", { "threat-model/model.yaml": model }, ["diff", "--against", "v9"], "There is no git here"],
  ])("%s", (_name, given, args, say) => {
    const one = scratch(given);
    const { code, out, err } = one.spawn(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/\s+/g, " ")).toContain(say);
    expect(err).not.toContain("    at ");
    for (const [path, text] of Object.entries(given)) expect(readFileSync(join(one.folder, path), "utf8")).toBe(text);
  });

  test("problems as JSON", () => {
    for (const args of [["treats"], ["threats", "--colour"], ["explain"]]) {
      const { code, out } = scratch().run(...args, "--json");
      expect([code, JSON.parse(out).problems[0].code]).toEqual([2, "bad-argument"]);
    }
    const { code, out } = scratch().run("threats", "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out).problems[0]).toMatchObject({
      code: "file-missing",
      fix: expect.stringContaining("parapet init"),
    });
  });

  test("a lock of a running command", () => {
    const one = begun();
    mkdirSync(join(one.folder, "threat-model/.parapet"));
    writeFileSync(join(one.folder, "threat-model/.parapet/lock"), `${process.pid}\n`);
    const { code, err } = one.run("threat", "add", "x", "--as", "ann");
    expect([code, err.includes("Another command is writing")]).toEqual([2, true]);
    rmSync(join(one.folder, "threat-model/.parapet/lock"));
    expect(one.run("threat", "add", "x", "--as", "ann").code).toBe(0);
  });
});
