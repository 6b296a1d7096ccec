// init: a first threat model of a folder, from what its files show; or, with --blank, from questions alone.
import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { writeFiles } from "@parapet/adapters";
import {
  type Document,
  fail,
  isId,
  layers,
  type Model,
  ok,
  type Problem,
  problem,
  type Result,
  schemaVersion,
} from "@parapet/core";
import { newFile } from "@parapet/core/files";
import { sources, thinModel } from "@parapet/sources";
import type { Command } from "commander";
import { type Discovered, discoverBelow, shownWords } from "../discovering.ts";
import { displayPath } from "../display-path.ts";
import { printNotes } from "../print/problems.ts";
import { bold, count, dim, hanging } from "../print/style.ts";
import type { Session } from "../session.ts";
import { loadKnowledge } from "../shipped.ts";
import { type Options, textOption, type Verb } from "../verb.ts";

/** How a model is begun. */
export interface InitOptions {
  /** Read nothing: only the system's name. */
  readonly blank?: boolean;
  /** What the system is called; the folder's name when absent. */
  readonly name?: string;
  /** Begins nothing where the files show nothing: there are other ways to go. */
  readonly shown?: boolean;
}

/** A model that was begun: where, from what, and what was written. */
export interface Initialised {
  readonly folder: string;
  readonly system: string;
  readonly files: readonly string[];
  readonly discovery?: Discovered;
}

/** Writes model.yaml, an empty register.yaml and, unless blank, observed.yaml below a folder. Refuses when there is a model already. */
export async function initModel(
  session: Session,
  folder: string,
  options: InitOptions = {},
): Promise<Result<Initialised>> {
  const place = placeFor(session, folder);
  if (!place.ok) return place;
  const system = options.name?.trim() || titleOf(basename(resolve(folder)));
  const discovery = options.blank ? undefined : discoverBelow(folder, loadKnowledge());
  const unread = discovery?.problems ?? [];
  // One broken file among others is told and left out; where nothing else is there, it is the answer.
  if (discovery && unread.length > 0 && shownWords(discovery.observed) === "") return fail(...unread);
  if (discovery && options.shown && shownWords(discovery.observed) === "") return fail(showsNothing(folder, discovery));
  const model: Model = discovery ? thinModel(discovery.observed, { system }) : { parapet: schemaVersion, system };
  const shown = discovery !== undefined && discovery.read.length > 0;
  // The register is there from the start: two branches that each began one could not be merged.
  const register = { parapet: schemaVersion };
  const document: Document = shown ? { model, observed: discovery.observed, register } : { model, register };
  const writes = (["model", "observed", "register"] as const).flatMap((layer) => {
    const value = document[layer];
    return value ? [{ path: join(place.value, layers[layer].file), text: newFile(layer, value) }] : [];
  });
  const written = writeFiles(writes, join(place.value, ".parapet", "unfinished.json"));
  if (!written.ok) return written;
  return ok({
    folder: place.value,
    system,
    files: writes.map(({ path }) => path),
    ...(discovery ? { discovery } : {}),
  });
}

/** What was looked for, that it is not there, and the other ways to begin. */
function showsNothing(folder: string, { read, looked }: Discovered): Problem {
  const place = basename(resolve(folder));
  const wanted = sources.map(({ title }) => title).join("; ");
  const found =
    read.length > 0
      ? `${readNames(read)} in ${place}: read, and nothing of a system is in there.`
      : looked === 0
        ? `There is no file in ${place} to read.`
        : `${count(looked, "file")} in ${place}, and none of a kind that is read.`;
  return problem(
    "not-possible",
    `${found} Looked for: ${wanted}. No model was begun.`,
    "Think one feature through in five questions, draw the system yourself, or look at a worked example.",
  );
}

/** The folder for the new model: threat-model/, or threat-model/NAME/ with --model, beside others; where no model is yet. */
export function placeFor(session: Session, folder: string): Result<string> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    const what = existsSync(folder) ? "is a file, not a folder" : "does not exist";
    return fail(
      problem("file-missing", `${displayPath(folder)} ${what}.`, "Name the folder of the system.", {
        file: displayPath(folder),
      }),
    );
  }
  const name = textOption(session.options, "model");
  if (name !== undefined && !isId(name))
    return fail(problem("bad-id", `"${name}" cannot name a model.`, "Use lower-case letters, digits and dashes."));
  const root = join(folder, "threat-model");
  const place = name === undefined ? root : join(root, name);
  const there = [folder, place].map((path) => join(path, "model.yaml")).find((path) => existsSync(path));
  if (there === undefined) return ok(place);
  const fix =
    "Run parapet discover to see what changed since, or start another one with --model NAME in an own folder.";
  return fail(
    problem("not-possible", `There is a threat model already: ${displayPath(there)}. Nothing was changed.`, fix, {
      file: displayPath(there),
    }),
  );
}

/** A folder's name as people write it: "card-payments" → "Card payments". */
function titleOf(name: string): string {
  const words = name.replace(/[-_.]+/g, " ").trim();
  return words === "" ? "The system" : words.replace(/^./, (first) => first.toUpperCase());
}

/** The first files by name. */
function readNames(read: readonly string[]): string {
  return `${read.slice(0, 4).join(", ")}${read.length > 4 ? " …" : ""}`;
}

const toDraw = "draw the system with parapet zone add, element add and flow add";

function inWords(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** What was begun, for people: the files, what they hold, what was guessed, what comes next. */
export function initText(done: Initialised, from: string): string {
  const { discovery } = done;
  const lines = [
    `${bold(done.system)}: wrote ${inWords(done.files.map((path) => basename(path)))} in ${displayPath(done.folder)}.`,
  ];
  if (discovery) {
    const shown = shownWords(discovery.observed);
    lines.push(
      discovery.read.length === 0
        ? `No file that a source reads was found among ${discovery.looked} (compose and OpenAPI files are read).`
        : hanging("", 2, `${count(discovery.read.length, "file")} read: ${readNames(discovery.read)}.`),
      shown === "" ? `They show nothing: ${toDraw}.` : `They show ${shown}.`,
    );
  } else lines.push(`Nothing was read: ${toDraw}.`);
  const here = dirname(done.folder) === process.cwd() ? "" : ` ${from}`;
  return `${lines.join("\n")}\n${dim(`Next: parapet run${here}`)}`;
}

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("[folder]", "the folder of the system")
      .option("--blank", "read nothing; start from questions alone")
      .option("--name <name>", "what the system is called (default: the folder's name)")
      .addHelpText("after", "\nExample:\n  parapet init . --name 'Card payments'"),
  run: async (session, _args, options: Options) => {
    const name = textOption(options, "name");
    const done = await initModel(session, session.folder, {
      blank: options.blank === true,
      ...(name === undefined ? {} : { name }),
    });
    if (!done.ok) return session.fail(done.problems);
    const { discovery, ...rest } = done.value;
    const told: readonly Problem[] = [...(discovery?.problems ?? []), ...(discovery?.notes ?? [])];
    if (!session.json) printNotes(told, process.stderr);
    const value = {
      ...rest,
      folder: displayPath(rest.folder),
      files: rest.files.map(displayPath),
      read: discovery?.read ?? [],
      notes: told,
    };
    return session.say(value, initText(done.value, displayPath(session.folder)));
  },
};
