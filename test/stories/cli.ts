// What every room story needs: a copy of an example in a git repository of its own, and the built command line run in it.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Analysis, type Problem, type Threat, threatsOf } from "@parapet/core";
import { expect } from "vitest";
import { type Called, callResident } from "../../apps/cli/src/testing/resident.ts";
import { root } from "../architecture/source-files.ts";

export { build } from "../../apps/cli/src/testing/cli.ts";

/** The day on which the stories play. */
export const today = "2026-11-24";

type Json = Readonly<Record<string, unknown>>;

/** One story: a folder with a system and its threat model, under git, and calls of the command line in it. */
export class Story {
  readonly folder = mkdtempSync(join(tmpdir(), "parapet-story-"));
  #kept: { readonly key: string; readonly analysis: Analysis } | undefined;
  now = today;
  as = "ann";

  /** A copy of an example; without one, an empty folder. `sources`: its files without the threat model. */
  constructor(example?: string, { sources = false }: { readonly sources?: boolean } = {}) {
    if (example !== undefined) {
      const left = sources ? ["expected", "threat-model"] : ["expected"];
      const keep = (path: string) => !left.includes(basename(path));
      cpSync(join(root, "examples", example), this.folder, { recursive: true, filter: keep });
    }
    this.git("init", "--quiet", "--initial-branch=main");
    if (example !== undefined) this.commit("The system as it is", "ann");
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Calls the command line; says nothing about how it ends. */
  call(...args: readonly string[]): Called {
    const given = [...args, "--now", this.now, ...(this.as === "" ? [] : ["--as", this.as])];
    return callResident(given, this.folder, { PATH: process.env.PATH ?? "", HOME: this.folder, NO_COLOR: "1" });
  }

  /** A call that works: what it printed as JSON. */
  ok<T = Json>(...args: readonly string[]): T {
    const { code, out, err } = this.call(...args, "--json");
    expect(`${code} ${err}`, args.join(" ")).toMatch(/^0 /);
    return JSON.parse(out) as T;
  }

  /** A call that is refused with exit code 2 and changes nothing: the codes of its problems. */
  refused(...args: readonly string[]): readonly string[] {
    const before = this.files();
    const { code, out, err } = this.call(...args, "--json");
    expect(code, args.join(" ")).toBe(2);
    expect(err).not.toBe("");
    expect(this.files()).toEqual(before);
    return (JSON.parse(out) as { problems: readonly Problem[] }).problems.map(({ code }) => code);
  }

  /** What `analyze --json` prints; asked once for the same files, day and options. */
  analysis(...args: readonly string[]): Analysis {
    const key = JSON.stringify([args, this.now, this.files()]);
    if (this.#kept?.key !== key) this.#kept = { key, analysis: this.ok<Analysis>("analyze", ...args) };
    return this.#kept.analysis;
  }

  /** One threat of the analysis with everything that is known of it. */
  threat(id: string): Threat {
    const threat = threatsOf(this.analysis()).find((one) => one.id === id);
    if (!threat) throw new Error(`There is no threat ${id}`);
    return threat;
  }

  /** The ids of what a stage still needs. */
  missing(stage: string): readonly string[] {
    return (
      this.analysis()
        .stages.find(({ id }) => id === stage)
        ?.missing.map(({ id }) => id) ?? []
    );
  }

  git(...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync("git", args, { cwd: this.folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout;
  }

  /** Commits everything as one person of people.yaml. */
  commit(message: string, person: string): void {
    this.git("add", "--all");
    const author = ["-c", `user.name=${person}`, "-c", `user.email=${person}@shop.example`];
    this.git(...author, "commit", "--quiet", "--allow-empty", "-m", message);
  }

  /** Replaces one text of a file, as a person does with an editor. */
  edit(path: string, before: string, after: string): void {
    const file = join(this.folder, path);
    const text = readFileSync(file, "utf8");
    if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`);
    writeFileSync(file, text.replace(before, after));
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  files(): readonly (string | undefined)[] {
    const names = ["model", "observed", "register", "debt", "policy", "people"].map((name) =>
      join(this.folder, "threat-model", `${name}.yaml`),
    );
    return names.map((name) => (existsSync(name) ? readFileSync(name, "utf8") : undefined));
  }
}
