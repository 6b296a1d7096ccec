// Where the pages of the workbench are: beside the bundle, or, in a checkout, where they are built when a source is newer.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { home } from "./shipped.ts";

/** The folder of the built web application; undefined when there is none. PARAPET_PAGES names another one, or none. */
export function webFolder(): string | undefined {
  const given = process.env.PARAPET_PAGES;
  if (given !== undefined) return existsSync(join(given, "index.html")) ? given : undefined;
  const build = join(home, "../../../scripts/house/web.mjs");
  if (existsSync(build)) spawnSync(process.execPath, [build], { stdio: ["ignore", 2, 2] });
  return [join(home, "web"), join(home, "../../web/dist")].find((path) => existsSync(join(path, "index.html")));
}
