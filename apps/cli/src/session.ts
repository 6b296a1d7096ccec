// One call of the command line: where the model is, who works, which day it is, what is known; and the one way to change something.
import { join, resolve } from "node:path";
import { FileStore, KeptValues, type RunningWorkbench, runningIn } from "@parapet/adapters";
import {
  type AnalyseOptions,
  type Analysis,
  analyse,
  type CommandCall,
  commands,
  type Document,
  fail,
  type Knowledge,
  type LogEntry,
  ok,
  type Problem,
  problem,
  type Result,
  runCommands,
  type Snapshot,
  type Texts,
  undoOf,
} from "@parapet/core";
import { authorIn } from "./author.ts";
import { displayPath } from "./display-path.ts";
import { type Known, knowledgeFor } from "./knowledge.ts";
import { findModel } from "./model-folder.ts";
import { jsonParts } from "./print/json.ts";
import { printProblems } from "./print/problems.ts";
import { fitted, printable } from "./print/style.ts";
import { forPeople } from "./print/wording.ts";
import { progress } from "./progress.ts";
import { buildId } from "./shipped.ts";
import { type ExitCode, type Options, textOption } from "./verb.ts";
import { type Done, whatWasDone } from "./what-was-done.ts";

/** A threat model that was found and read. */
export interface Opened {
  readonly store: FileStore;
  readonly document: Document;
  readonly revision: string;
  /** The workbench that has it open. */
  readonly running?: RunningWorkbench;
  readonly knowledge: Knowledge;
  /** The texts of rules, controls and facts: read only by verbs that print them. */
  readonly texts: () => Texts;
  readonly analysis: (options?: Partial<AnalyseOptions>) => Analysis;
}

export class Session {
  readonly json: boolean;
  readonly options: Options;

  constructor(options: Options) {
    this.options = options;
    this.json = options.json === true;
  }

  /** The folder that the call is about. */
  get folder(): string {
    return resolve(textOption(this.options, "dir") ?? ".");
  }

  /** True when the call names another folder than the one in which it is made. */
  get isPointed(): boolean {
    return this.folder !== resolve(".");
  }

  /** The day to work on. */
  now(): Result<string> {
    const given = textOption(this.options, "now");
    if (given === undefined) return ok(new Date().toISOString().slice(0, 10));
    const isDay =
      /^\d{4}-\d{2}-\d{2}$/.test(given) &&
      !Number.isNaN(Date.parse(given)) &&
      new Date(given).toISOString().startsWith(given);
    return isDay ? ok(given) : fail(problem("bad-date", `${given} is not a day.`, "Write it as 2026-11-24."));
  }

  /** Who works: --as, else git's user in the folder as people.yaml or the participants know them. */
  author(document: Document, folder = this.folder): Result<string> {
    return authorIn(folder, document, textOption(this.options, "as"));
  }

  /** Where the threat model of the folder is, or the one that --model names. */
  find(folder = this.folder): Result<string> {
    return findModel(folder, textOption(this.options, "model"));
  }

  /** Finds and reads the threat model below the folder (or the one that --model names). */
  async open(folder = this.folder): Promise<Result<Opened>> {
    const found = this.find(folder);
    if (!found.ok) return found;
    const now = this.now();
    if (!now.ok) return now;
    const name = (path: string): string => displayPath(join(found.value, path));
    const store = new FileStore(
      found.value,
      name,
      undefined,
      buildId === undefined ? undefined : new KeptValues<Document>("documents", buildId),
    );
    const known = await knowledgeFor(found.value);
    if (store.hasUnwritten && known.ok) {
      const { writeUnwritten } = await import("@parapet/server");
      const written = await writeUnwritten(found.value, known.value, now.value);
      if (!written.ok) return written;
    }
    const read = await store.read();
    if (!read.ok) return read;
    if (!known.ok) return known;
    return ok(this.#opened(store, read.value, now.value, known.value));
  }

  #opened(store: FileStore, { document, revision }: Snapshot, now: string, { knowledge, texts }: Known): Opened {
    const kept = new Map<string, Analysis>();
    const analysis = (options: Partial<AnalyseOptions> = {}): Analysis => {
      const key = JSON.stringify(options);
      if (!kept.has(key) && sizeOf(document) > large) progress(`Analysing ${sizeOf(document)} elements and flows …`);
      const made = kept.get(key) ?? analyse(document, knowledge, { now, ...options });
      kept.set(key, made);
      return made;
    };
    const running = runningIn(store.folder);
    return { store, document, revision, ...(running && { running }), knowledge, texts, analysis };
  }

  /** Runs commands on the model, stores what they change, and says what that did. */
  async change(title: string, calls: readonly CommandCall[]): Promise<ExitCode> {
    const opened = await this.open();
    return opened.ok ? this.changeOpened(opened.value, title, calls) : this.fail(opened.problems);
  }

  /** As change, on a model that is read already. Where a workbench has it open, that runs them. */
  async changeOpened(opened: Opened, title: string, calls: readonly CommandCall[]): Promise<ExitCode> {
    const by = this.author(opened.document);
    const now = this.now();
    if (!by.ok) return this.fail(by.problems);
    if (!now.ok) return this.fail(now.problems);
    const { running } = opened;
    if (running) {
      const { sendThere } = await import("./running.ts");
      const done = await sendThere(running, { as: by.value, day: now.value, title, calls });
      return done.ok
        ? this.#sayDone(opened, { ...done.value, title, by: by.value, at: now.value })
        : this.fail(done.problems);
    }
    const ran = await runCommands(calls, {
      document: opened.document,
      knowledge: opened.knowledge,
      now: now.value,
      by: by.value,
      load: async (name) => (await commands.find(({ card }) => card.name === name)?.load())?.body,
      analyse: (document) =>
        document === opened.document ? opened.analysis() : analyse(document, opened.knowledge, { now: now.value }),
    });
    if (!ran.ok) return this.fail(ran.problems);
    const { changes } = ran.value;
    if (changes.length === 0) return this.#saySame(title);
    return this.#store(opened, { at: now.value, by: by.value, title, calls, changes });
  }

  /** Takes back the last thing that the person did. */
  async undo(opened: Opened): Promise<ExitCode> {
    const by = this.author(opened.document);
    const now = this.now();
    if (!by.ok) return this.fail(by.problems);
    if (!now.ok) return this.fail(now.problems);
    const { running } = opened;
    if (running) {
      const { undoThere } = await import("./running.ts");
      const done = await undoThere(running, { as: by.value, day: now.value });
      if (!done.ok) return this.fail(done.problems);
      const { undoes } = done.value;
      const title = undoes ? `Took back: ${undoes.title} (${undoes.at})` : "Took back";
      return this.#sayDone(opened, { ...done.value, title, by: by.value, at: now.value });
    }
    const log = await opened.store.log();
    if (!log.ok) return this.fail(log.problems);
    const undo = undoOf(log.value, by.value, opened.document);
    if (!undo.ok) return this.fail(undo.problems);
    const { entry, key, changes } = undo.value;
    const title = `Took back: ${entry.title} (${entry.at})`;
    return this.#store(opened, { at: now.value, by: by.value, title, calls: [], changes, undoes: key });
  }

  /** Stores an entry and says what it did. */
  async #store(opened: Opened, entry: Omit<LogEntry, "from" | "to">): Promise<ExitCode> {
    const stored = await opened.store.commit(opened.revision, entry);
    if (!stored.ok) return this.fail(stored.problems);
    const { title, by, at, changes } = entry;
    const { document: after, revision } = stored.value;
    return this.#sayDone(opened, { title, by, at, changes, before: opened.document, after, revision });
  }

  /** Says what a change did. */
  #sayDone(opened: Opened, done: Done): ExitCode {
    if (done.changes.length === 0) return this.#saySame(done.title);
    const { value, text } = whatWasDone(opened, done);
    return this.say(value, text);
  }

  #saySame(title: string): ExitCode {
    return this.say({ changes: 0 }, `${title}: it already is so. Nothing was changed.`);
  }

  /** Prints a result: as JSON, or the text for people. */
  say(value: unknown, text: string): ExitCode {
    const out = this.json ? JSON.stringify(value, undefined, 2) : printable(fitted(text.trimEnd()));
    process.stdout.write(`${out}\n`);
    return 0;
  }

  /** Prints what may help a person besides the result. */
  hint(text: string): void {
    if (!this.json) process.stdout.write(`${printable(fitted(text))}\n`);
  }

  /** Prints a result that nobody reads as JSON on one line, in half the bytes. */
  sayLong(value: object): ExitCode {
    for (const part of jsonParts(value)) process.stdout.write(part);
    process.stdout.write("\n");
    return 0;
  }

  /** Prints problems; exit code 2. */
  fail(told: readonly Problem[]): ExitCode {
    const problems = told.map(forPeople);
    if (this.json) process.stdout.write(`${JSON.stringify({ problems }, undefined, 2)}\n`);
    printProblems(problems, process.stderr);
    return 2;
  }
}

/** Above this an analysis takes longer than a second. */
const large = 4000;

function sizeOf({ model, observed }: Document): number {
  const things = [model.elements, model.flows, observed?.elements, observed?.flows];
  return things.reduce((sum, map) => sum + Object.keys(map ?? {}).length, 0);
}
