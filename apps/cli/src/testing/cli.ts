// For tests: the built command line, run as a process in scratch folders.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Called, callResident } from "./resident.ts";

export type { Called } from "./resident.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const bundle = join(root, "apps/cli/dist/parapet.cjs");

/** The day of all tests. */
export const today = "2026-11-24";

/** Builds the command line when a source is newer than it. */
export function build(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/bootstrap.mjs")], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

const onDay = (args: readonly string[]): readonly string[] =>
  args.includes("--now") ? args : ["--now", today, ...args];

/** A scratch folder with the command line in it; git knows nobody there. */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), "parapet-"));

  /** What a call sees of the machine. */
  get #env(): Readonly<Record<string, string>> {
    return {
      PATH: process.env.PATH ?? "",
      HOME: this.folder,
      GIT_CONFIG_NOSYSTEM: "1",
      NO_COLOR: "1",
      COLUMNS: "80",
    };
  }

  /** Runs `parapet` in the folder, in the process that is held ready. */
  run(...args: string[]): Called {
    return callResident(onDay(args), this.folder, this.#env);
  }

  /** As run, in a process of its own. */
  spawn(...args: string[]): Called {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...onDay(args)], {
      cwd: this.folder,
      encoding: "utf8",
      env: this.#env,
    });
    return { code: status ?? -1, out: stdout, err: stderr };
  }

  /** Runs it and fails the test when it does not end with 0. */
  ok(...args: string[]): string {
    const { code, out, err } = this.run(...args);
    if (code !== 0) throw new Error(`parapet ${args.join(" ")} ended with ${code}:\n${err}${out}`);
    return out;
  }

  /** As ok, with the JSON that it prints. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect of it
  json(...args: string[]): any {
    return JSON.parse(this.ok(...args, "--json"));
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  git(...args: string[]): string {
    const { status, stdout, stderr } = spawnSync("git", args, {
      cwd: this.folder,
      encoding: "utf8",
      env: { PATH: process.env.PATH ?? "", HOME: this.folder, GIT_CONFIG_NOSYSTEM: "1" },
    });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout;
  }

  /** Commits everything as a person. */
  commit(person: string): void {
    this.git("add", "-A");
    this.git("-c", `user.name=${person}`, "-c", `user.email=${person}@example.com`, "commit", "-qm", `by ${person}`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A small system: two services, a database, one published port. */
export const compose = `services:
  web:
    image: nginx:1.27
    ports: ["80:80"]
    environment: {DATABASE_URL: "postgres://shop@db:5432/shop"}
    networks: [inner]
  db:
    image: postgres:17
    volumes: ["rows:/var/lib/postgresql/data"]
    networks: [inner]
networks:
  inner: {}
volumes:
  rows: {}
`;
