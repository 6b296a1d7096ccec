// A system's files → what they show together: each file to the source that it is of, then all readings combined.
import { byCodeUnit, layers, type Observed, type Problem, problem, schemaVersion } from "@parapet/core";
import { combine } from "./combine.ts";
import { sources } from "./registry.ts";
import type { Reading, Source, SourceContext, SourceFile } from "./source.ts";

/** How much is read at most; the rest is left out and said. */
export const discoverLimits = { files: 5000, characters: 100_000_000 } as const;

export interface Discovery {
  readonly observed: Observed;
  /** What was guessed or dropped, with its place. */
  readonly notes: readonly Problem[];
  /** Files that could not be read, each with the reason. */
  readonly problems: readonly Problem[];
  /** Files of a source that were left out, since by their names they only start tests; each has a note. */
  readonly leftOut: readonly string[];
}

/** What discovery needs beside the files; without `file`, sources see only the files given. */
export type DiscoverContext = Pick<SourceContext, "technologies"> & Partial<Pick<SourceContext, "file">>;

/** Reads every file that is of a source. The same files in any order give the same; never throws. */
export function discover(files: readonly SourceFile[], context: DiscoverContext): Discovery {
  const problems: Problem[] = [];
  const byPath = new Map(files.map((file) => [file.path, file]));
  const whole: SourceContext = {
    technologies: context.technologies,
    file: context.file ?? ((path) => byPath.get(path)?.text),
  };
  const readings: Reading[] = [];
  const all = within(byPath, problems);
  const leftOut = new Set(onlyForTests(all));
  for (const { file, source } of all) {
    if (leftOut.has(file.path)) continue;
    const read = readSafely(source, file, whole);
    problems.push(...read.problems);
    if (read.reading) readings.push(read.reading);
  }
  const { observed, notes } = combine(readings);
  const whatIsValid = valid({ parapet: schemaVersion, ...observed }, problems);
  return {
    observed: whatIsValid,
    notes: [...[...leftOut].map(testNote), ...notes].map(inShort),
    problems: problems.map(inShort),
    leftOut: [...leftOut],
  };
}

interface Found {
  readonly file: SourceFile;
  readonly source: Source;
}

/** The files that only start tests, where another file of the same source shows what runs. */
function onlyForTests(all: readonly Found[]): readonly string[] {
  const isTest = ({ file, source }: Found): boolean => source.forTests?.(file.path) === true;
  const shown = new Set(all.filter((each) => !isTest(each)).map(({ source }) => source));
  return all.filter((each) => isTest(each) && shown.has(each.source)).map(({ file }) => file.path);
}

function testNote(path: string): Problem {
  const say =
    "Left out, since its name or folder says that it is for tests or development; rename it if it is what runs";
  return problem("source-note", say, "Rename the file or its folder if it is what runs.", { file: path });
}

/** A problem whose sentence a terminal can hold, whatever names the files give. */
function inShort(one: Problem): Problem {
  return one.say.length > 500 ? { ...one, say: `${one.say.slice(0, 499)}…` } : one;
}

/** The files that are of a source, by path, up to the limits. */
function within(files: ReadonlyMap<string, SourceFile>, problems: Problem[]): readonly Found[] {
  const found: Found[] = [];
  let characters = 0;
  let dropped = 0;
  for (const path of [...files.keys()].sort(byCodeUnit)) {
    const file = files.get(path) as SourceFile;
    const source = sources.find((each) => each.detects(path, file.text.slice(0, 4096)));
    if (!source) continue;
    characters += file.text.length;
    if (found.length >= discoverLimits.files || characters > discoverLimits.characters) dropped++;
    else found.push({ file, source });
  }
  if (dropped > 0) {
    const say = `${dropped} file${dropped === 1 ? " was" : "s were"} not read: at most ${discoverLimits.files} files and ${discoverLimits.characters} characters are`;
    problems.push(problem("file-too-large", say, "Discover a part of the folder at a time."));
  }
  return found;
}

/** A defect of a source costs its file, not the discovery. */
function readSafely(source: Source, file: SourceFile, context: SourceContext): ReturnType<Source["read"]> {
  try {
    return source.read(file, context);
  } catch {
    const say = `${file.path} could not be read by the source ${source.id}`;
    return {
      problems: [problem("internal", say, "Report it with the file, and leave the file out.", { file: file.path })],
    };
  }
}

/** What was observed without any thing that the schema refuses: observed.yaml must stay readable whatever the files hold. */
function valid(observed: Observed, problems: Problem[]): Observed {
  const checked = layers.observed.schema.safeParse(observed);
  if (checked.success) return observed;
  const out: Record<string, unknown> = { ...observed };
  for (const { path, message } of checked.error.issues) {
    const [collection, id] = path.map(String);
    if (collection === undefined || id === undefined) continue;
    const rest = { ...(out[collection] as Record<string, unknown>) };
    delete rest[id];
    out[collection] = rest;
    problems.push(
      problem("internal", `${collection} ${id} was left out: ${message}`, "Report it with the file that shows it."),
    );
  }
  return layers.observed.schema.safeParse(out).success ? (out as Observed) : { parapet: schemaVersion };
}
