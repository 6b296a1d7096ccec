// Reads a compose file into a first data flow diagram: services, networks, published ports, volumes, references.
import { type Problem, problem } from "@parapet/core";
import { baseName } from "../paths.ts";
import type { Reading, SourceContext, SourceFile } from "../source.ts";
import { composeId, composeName } from "./card.ts";
import { Drawing } from "./drawing.ts";
import { noteSecrets } from "./facts.ts";
import { drawFlows } from "./flows.ts";
import { drawImages } from "./images.ts";
import { load } from "./load.ts";
import { note } from "./root.ts";
import { servicesIn } from "./service.ts";
import { drawStores } from "./stores.ts";
import { drawSurface, putEntries } from "./surface.ts";
import { drawZones } from "./zones.ts";

/** Reads one compose file. Never throws; a file that is none gives problems. */
export function readCompose(
  file: SourceFile,
  context: SourceContext,
): { readonly reading?: Reading; readonly problems: readonly Problem[] } {
  try {
    return read(file, context);
  } catch (error) {
    const say = `${file.path} could not be read: ${error instanceof Error ? error.message : "unknown"}`;
    return { problems: [problem("internal", say, "Report the file as a defect.", { file: file.path })] };
  }
}

function read(
  file: SourceFile,
  context: SourceContext,
): { readonly reading?: Reading; readonly problems: readonly Problem[] } {
  const { project, mergedInto, problems } = load(file, context);
  const base = { source: composeId, path: file.path, anchors: [] };
  if (mergedInto !== undefined)
    return { reading: { ...base, things: {}, notes: [mergedNote(file.path, mergedInto)] }, problems };
  if (!project) return { problems };
  if (project.services.size === 0)
    project.notes.push(note(file.path, 1, `${baseName(file.path)} has no services`, "Nothing to do if that is meant."));
  const drawing = new Drawing(project, servicesIn(project, context), context);
  drawZones(drawing);
  const entries = drawSurface(drawing);
  drawFlows(drawing);
  drawStores(drawing);
  const flows = drawing.putFlows(project.root.at);
  putEntries(drawing, entries, flows);
  drawImages(drawing);
  noteSecrets(drawing);
  return {
    reading: { ...base, things: drawing.draft.things, contexts: contextsOf(drawing), notes: drawing.draft.notes },
    problems,
  };
}

function mergedNote(path: string, base: string): Problem {
  const [own, other] = [baseName(path), baseName(base)];
  if (composeName(path)?.variant === "override") {
    return note(path, 1, `${own} is read together with ${other}, as compose does`, "Nothing to do.");
  }
  const say = `${own} is for development or tests by its name: only its build folders are read, with ${other}`;
  return note(path, 1, say, "Rename it if it is what runs.");
}

/** Build context → the element built from it; of several the first that publishes a port. */
function contextsOf(drawing: Drawing): Record<string, string> {
  const contexts: Record<string, string> = {};
  const built = [...drawing.drawn.values()].filter((each) => each.service.build);
  for (const published of [true, false]) {
    for (const { service, id } of built) {
      const context = service.build?.context ?? "";
      if (service.ports.length > 0 === published && !Object.hasOwn(contexts, context)) contexts[context] = id;
    }
  }
  return contexts;
}
