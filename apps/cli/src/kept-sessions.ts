// The sessions of a folder's workbench, kept so that a page that is open goes on after a restart. No secret is in it: digests alone.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { Workplace } from "@parapet/server";

type Shelf = Workplace["sessions"];

/** A shelf in the user's own cache folder: what lies beside a model must not let anybody in. */
export function keptSessions(folder: string): Shelf {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "parapet", "sessions");
  const name = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 24);
  const path = join(cache, `${name}.json`);
  return {
    read: () => {
      try {
        const read: unknown = JSON.parse(readFileSync(path, "utf8"));
        return Array.isArray(read) ? (read as ReturnType<Shelf["read"]>) : [];
      } catch {
        return [];
      }
    },
    save: (sessions) => {
      try {
        mkdirSync(cache, { recursive: true, mode: 0o700 });
        writeFileSync(`${path}.${process.pid}`, JSON.stringify(sessions), { mode: 0o600 });
        renameSync(`${path}.${process.pid}`, path);
      } catch {
        // Then a restart needs a new link.
      }
    },
  };
}
