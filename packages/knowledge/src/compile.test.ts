import { derivedFacts } from "@parapet/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "./compile.ts";
import { build, drawer, edited, folder, problemsOf, rule } from "./small-folder.fixture.ts";

describe("compile", () => {
  it("turns a folder into layers, with controls structural first and texts apart", () => {
    const result = build();
    expect(problemsOf(result)).toEqual([]);
    if (!result.ok) return;
    const { knowledge, texts, examples, catalogs } = result.value;
    expect(knowledge.version).toMatch(/^2026\.11-[0-9a-f]{12}$/);
    expect(knowledge.rules[0]?.controls).toEqual(["wax-seal", "notice"]);
    expect(knowledge.rules[0]).not.toHaveProperty("why");
    expect(knowledge.technologies[0]?.facts).toEqual({ "keeps-letters": "yes" });
    expect(knowledge.controls[1]?.criteria).toEqual([{ id: "unbroken", required: true }]);
    expect(texts.rules["open-letter"]?.falsePositives).toBe("None known.");
    expect(texts.controls["wax-seal"]?.criteria.unbroken?.then).toBe("the seal is whole");
    expect(texts.facts.sealing?.why).toBe("One answer for all.");
    expect(examples["open-letter"]?.flags?.[0]?.at).toBe("post");
    expect(catalogs.find((one) => one.id === "cwe")?.titles).toEqual({ "319": "Cleartext" });
  });

  it("refuses a file that stands in no folder of knowledge", () => {
    const stray = compile([{ path: "recipes/soup.yaml", text: "id: soup\n" }], { derived: derivedFacts });
    expect(stray.ok ? [] : stray.problems).toMatchObject([
      { code: "bad-knowledge", where: { file: "recipes/soup.yaml" } },
    ]);
  });

  it("changes the version when analysis would change, and not when a text does", () => {
    const version = (changed: Record<string, string>) => {
      const result = build(changed);
      return result.ok ? result.value.knowledge.version : "";
    };
    const text = version({ [rule]: edited(rule, "why: Anybody on the way can open it.", "why: Anybody near can.") });
    const prior = version({ [rule]: edited(rule, "prior: 0.3", "prior: 0.4") });
    expect(text).toBe(version({}));
    expect(prior).not.toBe(version({}));
  });

  it("lays an organisation's folder over the knowledge: it adds and redefines nothing", () => {
    const base = build();
    if (!base.ok) throw new Error("the small folder must compile");
    const own = (text: string) =>
      compile([{ path: "technologies/chest.yaml", text }], { derived: derivedFacts, base: base.value });
    const added = own("id: chest\ntitle: Chest\nkind: data-store\nfacts: {keeps-letters: yes}\n");
    expect(added.ok && added.value.knowledge.technologies.map((one) => one.id)).toEqual(["chest", "drawer"]);
    expect(added.ok && added.value.knowledge.rules).toEqual(base.value.knowledge.rules);
    const taken = compile([{ path: drawer, text: folder[drawer] as string }], {
      derived: derivedFacts,
      base: base.value,
    });
    expect(problemsOf(taken)).toEqual([`${drawer}:1 The id "drawer" is taken.`]);
  });

  it("gives problems, never throws, for any text in any folder", () => {
    const path = fc.constantFrom("release.yaml", "elsewhere.yaml", "catalogs/cwe.json", ...Object.keys(folder));
    const damaged = path.chain((name) =>
      fc.tuple(
        fc.constant(name),
        fc.oneof(
          fc.string(),
          fc.string({ unit: "binary" }),
          fc.nat(400).map((end) => (folder[name] ?? "{").slice(0, end)),
        ),
      ),
    );
    fc.assert(
      fc.property(damaged, ([name, text]) => {
        const result = build({ [name]: text });
        expect(result.ok || result.problems.every((one) => one.say !== "" && one.fix !== "")).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
