// What the workbench is given by the command line: the models of a folder, and the parts that both have.

import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { basename, join } from "node:path";
import { Thread } from "@parapet/adapters";
import { fail, ok, problem, type Result, slug } from "@parapet/core";
import type { Beginning, ModelPlace, SideWork, Workplace } from "@parapet/server";
import { displayPath } from "./display-path.ts";
import { beginExample, shippedExamples } from "./examples.ts";
import { hostOf } from "./host.ts";
import { keptSessions } from "./kept-sessions.ts";
import { knowledgeFor } from "./knowledge.ts";
import { modelFolders } from "./model-folder.ts";
import { refusalsOf, systemFolder } from "./proposing.ts";
import { Session } from "./session.ts";
import { doSideJob, type SideJob, sideWorkOver } from "./side-work.ts";
import { initModel } from "./verbs/init.ts";
import { version } from "./version.ts";

/** The workplace of a folder. `web`: where the pages are. */
export function workplaceAt(session: Session, folder: string, web: string | undefined): Result<Workplace> {
  if (!existsSync(folder))
    return fail(problem("file-missing", `${displayPath(folder)} does not exist.`, "Name the folder of the system."));
  const now = session.now();
  if (!now.ok) return now;
  return ok({
    version,
    folder,
    models: () => placesIn(folder),
    examples: shippedExamples(),
    begin: (beginning) => begin(folder, beginning),
    knowledge: knowledgeFor,
    person: hostOf(
      (document) => valueOr(session.author(document, folder), userInfo().username),
      () => performance.now(),
    ),
    today: () => valueOr(session.now(), now.value),
    refusals: refusalsOf,
    side: sideWork(),
    sessions: keptSessions(folder),
    web,
  });
}

/** The bundle of side-thread.ts beside this one; set by the build, absent where the code runs from its sources. */
declare const SIDE_THREAD: string | undefined;

function sideWork(): SideWork {
  if (typeof SIDE_THREAD !== "string") return sideWorkOver(doSideJob, async () => undefined);
  const thread = new Thread<SideJob>(join(import.meta.dirname, SIDE_THREAD));
  return sideWorkOver(
    (job) => thread.ask(job),
    () => thread.end(),
  );
}

/** Begins a model below a folder, as `init` does, or as a copy of an example. */
async function begin(folder: string, { from, example, system, name }: Beginning): Promise<Result<ModelPlace>> {
  const session = new Session(name === undefined ? {} : { model: name });
  const begun =
    from === "example"
      ? beginExample(session, folder, example ?? "")
      : await initModel(session, folder, {
          blank: from === "blank",
          shown: true,
          ...(system !== undefined && { name: system }),
        });
  if (!begun.ok) return begun;
  const place = placesIn(folder).find((one) => one.folder === begun.value.folder);
  return place ? ok(place) : fail(problem("internal", "The model was begun and is not found.", "Report this."));
}

/** The models below a folder. One alone is called as its system's folder is. */
function placesIn(folder: string): readonly ModelPlace[] {
  const folders = modelFolders(folder);
  const taken = new Set<string>();
  return folders.map((path) => {
    const name = basename(path) === "threat-model" ? basename(systemFolder(path)) : basename(path);
    const wanted = slug(name) || "model";
    let id = wanted;
    for (let n = 2; taken.has(id); n += 1) id = `${wanted}-${n}`;
    taken.add(id);
    return { id, folder: path };
  });
}

function valueOr<T>(result: Result<T>, otherwise: T): T {
  return result.ok ? result.value : otherwise;
}
