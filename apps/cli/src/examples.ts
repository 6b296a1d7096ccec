// The worked examples that ship with Parapet: what a new user may open to look around.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeFiles } from "@parapet/adapters";
import { fail, ok, problem, type Result } from "@parapet/core";
import { readLayer } from "@parapet/core/files";
import type { Workplace } from "@parapet/server";
import type { Session } from "./session.ts";
import { home } from "./shipped.ts";
import { placeFor } from "./verbs/init.ts";

/** Beside the bundle, or in the checkout that it was built in. */
const folder = [join(home, "examples"), join(home, "../../../examples")].find((path) => existsSync(path));

/** The examples with the names of their systems. */
export function shippedExamples(): Workplace["examples"] {
  if (folder === undefined) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name, "threat-model/model.yaml");
      const read = existsSync(path) ? readLayer("model", { file: path, content: readFileSync(path) }) : undefined;
      return read?.ok ? [{ name, title: read.value.system }] : [];
    });
}

/** Lays the files of an example where a new model goes. */
export function beginExample(session: Session, system: string, name: string): Result<{ readonly folder: string }> {
  if (folder === undefined || !shippedExamples().some((one) => one.name === name))
    return fail(problem("not-in-list", `There is no example ${name}.`, "Choose one that the workbench lists."));
  const place = placeFor(session, system);
  if (!place.ok) return place;
  const from = join(folder, name, "threat-model");
  const files = readdirSync(from, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml"));
  const writes = files.map((path) => ({ path: join(place.value, path), text: readFileSync(join(from, path), "utf8") }));
  const written = writeFiles(writes, join(place.value, ".parapet", "unfinished.json"));
  return written.ok ? ok({ folder: place.value }) : written;
}
