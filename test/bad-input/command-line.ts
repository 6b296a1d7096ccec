// The built command line on scratch folders: what tests of bad input share.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../architecture/source-files.ts";

/** What a call printed, and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the built command line, so that a build at the same time changes nothing under a test, and folders for its models. */
export class CommandLine {
  readonly #scratch = mkdtempSync(join(tmpdir(), "parapet-bad-input-"));
  readonly script = join(this.#scratch, "dist", "parapet.cjs");

  constructor() {
    const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/bootstrap.mjs")], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    cpSync(join(root, "apps/cli/dist"), dirname(this.script), { recursive: true });
  }

  /** A new folder with these files. */
  folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
    const folder = mkdtempSync(join(this.#scratch, "system-"));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  }

  /** Runs a verb in a folder, on one day and as one person. */
  run(folder: string, args: readonly string[], input: { readonly memory?: number } = {}): Ran {
    const memory = input.memory === undefined ? [] : [`--max-old-space-size=${input.memory}`];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...memory, this.script, ...args, ...fixed], {
      cwd: folder,
      encoding: "utf8",
      timeout: 20_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.#scratch, { recursive: true, force: true });
  }
}

/** Every call: the same day, the same person. */
export const fixed = ["--now", "2026-11-24", "--as", "ann"] as const;

/** The files below a folder by path, without the machine's own `.parapet`: what must be as before. */
export function contents(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || path.includes("/.parapet/")) continue;
    found[path.slice(folder.length + 1)] = readFileSync(path, "latin1");
  }
  return found;
}

/** A small model that is right; tests break it. */
export const goodModel = `parapet: 1
system: Shop
zones:
  internet: {title: Internet, kind: internet}
  cluster: {title: Cluster, kind: private-network}
elements:
  shopper: {title: Shopper, kind: external-entity, zone: internet}
  api: {title: API, kind: process, zone: cluster}
  orders: {title: Orders, kind: data-store, zone: cluster, technologies: [postgresql]}
flows:
  buy: {title: Buy, from: shopper, to: api, protocol: https}
  save: {title: Save, from: api, to: orders, protocol: postgresql}
`;
