// Where the report goes, and that no link takes it elsewhere.
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, Scratch } from "./testing/cli.ts";

const model = "parapet: 1\nsystem: Shop\nelements:\n  web: {kind: process}\n";
const one = new Scratch();
const elsewhere = new Scratch();
beforeAll(() => {
  build();
  one.write("shop/threat-model/model.yaml", model);
  for (const name of ["pay", "ship"]) one.write(`several/threat-model/${name}/model.yaml`, model);
}, 120_000);
afterAll(() => {
  one.remove();
  elsewhere.remove();
});

describe("without --out the artifacts stand beside the model", () => {
  test.each([
    ["run", ["run", "shop"], "shop/threat-model-report"],
    ["report", ["report", "-C", "shop"], "shop/threat-model-report"],
    ["one of several", ["report", "-C", "several", "--model", "pay"], "several/threat-model-report/pay"],
  ])("%s", (_name, args, place) => {
    const { out } = one.json(...args);
    expect(out).toBe(place);
    expect(existsSync(join(one.folder, out, "register.json"))).toBe(true);
    expect(readdirSync(one.folder)).not.toContain("threat-model-report");
  });

  test("run prints the folder as it is named from here", () => {
    expect(one.ok("run", "shop")).toContain("\nArtifacts in shop/threat-model-report\n");
  });

  test("with --out they stand where it says, as seen from here", () => {
    expect(one.json("run", "shop", "--out", "mine").out).toBe("mine");
    expect(existsSync(join(one.folder, "mine/register.json"))).toBe(true);
  });
});

describe("a link that leads out is refused, and nothing is written behind it", () => {
  beforeAll(() => {
    symlinkSync(elsewhere.folder, join(one.folder, "away"));
    symlinkSync(join(elsewhere.folder, "absent"), join(one.folder, "nowhere"));
    mkdirSync(join(one.folder, "linked/threat-model"), { recursive: true });
    writeFileSync(join(one.folder, "linked/threat-model/model.yaml"), model);
    symlinkSync(elsewhere.folder, join(one.folder, "linked/threat-model-report"));
    mkdirSync(join(one.folder, "part"));
    symlinkSync(elsewhere.folder, join(one.folder, "part/criteria"));
  });

  test.each([
    ["the folder of run", ["run", "shop", "--out", "away"], "away is a link that leads out"],
    ["a folder below it", ["report", "-C", "shop", "--out", "away/deep"], "away is a link that leads out"],
    ["a link to nothing", ["report", "-C", "shop", "--out", "nowhere"], "nowhere is a link that leads out"],
    ["the usual folder", ["run", "linked"], "linked/threat-model-report is a link that leads out"],
    ["the folder of a file", ["export", "register", "-C", "shop", "--out", "away/r.csv"], "away is a link"],
  ])("%s", (_name, args, say) => {
    const { code, out, err } = one.run(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err.replace(/\s+/g, " ")).toContain(say);
    expect(readdirSync(elsewhere.folder)).toEqual([]);
  });

  test("a folder inside of the report", () => {
    one.ok("threat", "add", "Sold twice", "--on", "web", "-C", "shop", "--as", "ann");
    const threat = "by-hand-sold-twice@web";
    one.ok(
      "mitigate",
      "-C",
      "shop",
      "--title",
      "A gate",
      "--criterion",
      "It is shut",
      "--threats",
      threat,
      "--as",
      "ann",
    );
    const { code, err } = one.run("report", "-C", "shop", "--out", "part");
    expect([code, err.replace(/\s+/g, " ")]).toEqual([2, expect.stringContaining("part/criteria is a link")]);
    expect(readdirSync(elsewhere.folder)).toEqual([]);
  });

  test("a place outside that is named itself is the person's choice", () => {
    expect(one.run("report", "-C", "shop", "--out", join(elsewhere.folder, "named")).code).toBe(0);
    expect(existsSync(join(elsewhere.folder, "named/register.json"))).toBe(true);
  });
});
