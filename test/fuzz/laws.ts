// What every reader keeps, whatever a file holds: a value or problems with code and place, never a throw, never more than the file gives reason for.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { FileStore } from "@parapet/adapters";
import {
  analyse,
  type Document,
  derivedFacts,
  difference,
  type Layer,
  layerNames,
  layers,
  type Problem,
  problemCodes,
} from "@parapet/core";
import { editText, maxProblems, newFile, readDocument, readLayer } from "@parapet/core/files";
import { type Compiled, compile, type KnowledgeText } from "@parapet/knowledge";
import { discover, type SourceFile, thinModel } from "@parapet/sources";
import { catalogs, knowledge, now, texts } from "../laws/shipped.ts";
import { edited, meaning } from "./edits.ts";
import type { Dice } from "./mutate.ts";

/** What a reader made of a file: how it ended, and which law that breaks. */
export interface Verdict {
  readonly accepted: boolean;
  readonly broken: readonly string[];
}

/** Files that belong together, and the one of them that is broken. */
export interface Broken {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly path: string;
}

/** Codes of problems that may come without a line: they are about the file as a whole. */
const ofTheFile: ReadonlySet<string> = new Set([
  "file-too-large",
  "too-many-nodes",
  "file-missing",
  "source-unsupported",
]);

function problemLaws(problems: readonly Problem[], most: number): readonly string[] {
  const broken: string[] = [];
  if (problems.length === 0) broken.push("refused without a problem");
  if (problems.length > most) broken.push(`${problems.length} problems`);
  for (const one of problems) {
    const at = JSON.stringify(one).slice(0, 300);
    if (!Object.hasOwn(problemCodes, one.code)) broken.push(`no code: ${at}`);
    if (one.code === "internal") broken.push(`a defect: ${at}`);
    if (one.say === "" || one.fix === "") broken.push(`says nothing: ${at}`);
    if (one.say.length + one.fix.length > 2000) broken.push(`says too much: ${at}`);
    if (one.where?.file === undefined) broken.push(`no file: ${at}`);
    const { line, column } = one.where ?? {};
    if (!ofTheFile.has(one.code) && !(line !== undefined && line >= 1)) broken.push(`no line: ${at}`);
    if (column !== undefined && column < 1) broken.push(`no column: ${at}`);
  }
  return broken;
}

function layerOfPath(path: string): Layer {
  const layer = layerNames.find((name) => layers[name].file === path);
  if (!layer) throw new Error(`${path} is no file of a document`);
  return layer;
}

/** A threat model with one broken file: it is refused with places, or it analyses, and an edit of it reads back as the edit. */
export function documentLaws({ files, path }: Broken, dice: Dice): Verdict {
  const layer = layerOfPath(path);
  const content = files.get(path) as Uint8Array;
  const alone = readLayer(layer, { file: path, content });
  const read = readDocument(files);
  if (!alone.ok) return { accepted: false, broken: problemLaws(alone.problems, maxProblems) };
  const broken = [...rewriteLaws(layer, alone.value), ...editLaws(layer, content, alone.value, dice)];
  if (!read.ok) return { accepted: false, broken: [...broken, ...problemLaws(read.problems, maxProblems)] };
  analyse(read.value, knowledge, { now });
  return { accepted: true, broken };
}

/** What was read can be written anew. */
function rewriteLaws(layer: Layer, value: object): readonly string[] {
  const again = readLayer(layer, { file: "again", content: newFile(layer, value) });
  if (!again.ok) return [`does not read back when written anew: ${JSON.stringify(again.problems[0])}`];
  return meaning(layer, again.value) === meaning(layer, value) ? [] : ["reads back otherwise when written anew"];
}

/** What was read can be edited: the text reads as the edited value. */
function editLaws(layer: Layer, content: Uint8Array, value: object, dice: Dice): readonly string[] {
  const after = edited(layer, value, dice);
  const changes = difference({ [layer]: value } as unknown as Document, { [layer]: after } as unknown as Document);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
  const result = editText(layer, text, changes);
  const what = () => JSON.stringify(changes).slice(0, 400);
  if (!result.ok) return [`cannot be edited: ${JSON.stringify(result.problems[0])} ${what()}`];
  const back = readLayer(layer, { file: "edited", content: result.value });
  if (!back.ok) return [`does not read back when edited: ${JSON.stringify(back.problems[0])} ${what()}`];
  return meaning(layer, back.value) === meaning(layer, after) ? [] : [`reads back otherwise when edited: ${what()}`];
}

/** A system whose file is broken: what is observed is valid, reads back, analyses, and is no more than the files give reason for. */
export function sourceLaws({ files, path }: Broken): Verdict {
  const texts: SourceFile[] = [];
  for (const [at, bytes] of files) {
    const text = sourceText(bytes);
    if (text !== undefined) texts.push({ path: at, text });
  }
  const { observed, notes, problems } = discover(texts, { technologies: knowledge.technologies });
  const told = [...problems, ...notes];
  const broken = told.length === 0 ? [] : [...problemLaws(told, Number.POSITIVE_INFINITY)];
  const given = texts.reduce((sum, { text }) => sum + text.length, 0);
  const made = JSON.stringify({ observed, told }).length;
  if (made > 50 * given + 100_000) broken.push(`${made} characters from ${given}`);
  const read = readLayer("observed", { file: "observed.yaml", content: newFile("observed", observed) });
  if (!read.ok) broken.push(`what is observed does not read back: ${JSON.stringify(read.problems[0])}`);
  const document: Document = { model: thinModel(observed, { system: "A system" }), observed };
  const whole = readDocument(
    new Map([
      ["model.yaml", newFile("model", document.model)],
      ["observed.yaml", newFile("observed", observed)],
    ]),
  );
  if (!whole.ok) broken.push(`what is observed is no model: ${JSON.stringify(whole.problems[0])}`);
  else analyse(whole.value, knowledge, { now });
  return { accepted: !problems.some(({ where }) => where?.file === path), broken };
}

/** As the disk gives it: no text when it is no UTF-8. */
function sourceText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const base: Compiled = { knowledge, texts, examples: {}, catalogs: catalogs as unknown as Compiled["catalogs"] };

/** An organisation's knowledge with one broken file. */
export function knowledgeLaws({ files }: Broken): Verdict {
  const given: KnowledgeText[] = [...files].map(([path, bytes]) => ({ path, text: new TextDecoder().decode(bytes) }));
  const compiled = compile(given, { derived: derivedFacts, base });
  if (!compiled.ok) return { accepted: false, broken: problemLaws(compiled.problems, 1000) };
  analyse(sampleDocument, compiled.value.knowledge, { now });
  return { accepted: true, broken: [] };
}

const sampleDocument: Document = {
  model: {
    parapet: 1,
    system: "Shop",
    elements: { web: { kind: "process" }, db: { kind: "data-store" } },
    flows: { save: { from: "web", to: "db", carries: [] } },
  },
};

/** What lies in `.parapet/` beside a model, one file of it broken: told or left out, and commands go on. */
export async function storeLaws({ files, path }: Broken): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), "parapet-fuzz-"));
  try {
    for (const [at, bytes] of files) {
      mkdirSync(dirname(join(folder, at)), { recursive: true });
      writeFileSync(join(folder, at), bytes);
    }
    const store = new FileStore(folder);
    const [log, proposals, read] = [await store.log(), await store.proposals(), await store.read()];
    const broken = [log, proposals, read].flatMap((one) =>
      one.ok ? [] : problemLaws(one.problems, maxProblems).filter((law) => !law.startsWith("no line")),
    );
    if (path.endsWith("journal.jsonl") && read.ok) {
      const change = { collection: "model", id: "model", field: ["system"], after: "Edited" };
      const entry = { at: now, by: "ann", title: "Edit", calls: [], changes: [change] };
      const done = await store.commit(read.value.revision, entry);
      if (!done.ok) broken.push(`the next command fails: ${JSON.stringify(done.problems[0])}`);
      const after = await store.log();
      // Where the end of the journal is lost, the files are what the disk made of them.
      const byPeople = (entries: readonly { readonly by: string }[]) =>
        entries.filter(({ by }) => by !== "disk").length;
      if (
        !after.ok ||
        after.value.at(-1)?.title !== "Edit" ||
        !log.ok ||
        byPeople(after.value) !== byPeople(log.value) + 1
      )
        broken.push("the next command is not recorded behind what was there");
    }
    return { accepted: log.ok && proposals.ok && read.ok, broken };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
