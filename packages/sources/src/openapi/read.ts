// An OpenAPI or Swagger file → the entry points, roles and data that it describes, each with file and line.
import { byCodeUnit, isId, type Observed, type Problem, problem, slug } from "@parapet/core";
import { baseName, folderOf } from "../paths.ts";
import { type At, child, type PositionedNode, placeOf, readPositioned, textOf } from "../positioned.ts";
import type { Anchor, ObservedThings, Reading, Source, SourceContext, SourceFile } from "../source.ts";
import { adminWord, entryPointOf, givesNothing, listOf, nameOf, oneLine, takesNothing } from "./entry-points.ts";
import { digest, entryPointIds } from "./ids.ts";
import { naturesOf } from "./natures.ts";
import { type Operation, operationsOf } from "./operations.ts";
import { References, under } from "./references.ts";
import { DataFinder, type FoundData } from "./schemas.ts";
import { type Protections, protectionsOf } from "./security.ts";
import { serversOf } from "./servers.ts";
import { subjectOfPath, wordsOf } from "./words.ts";

type EntryPoint = NonNullable<Observed["entry-points"]>[string];

/** At most so many data assets are taken from one file: those with a telling kind first, then those used most. */
const dataLimit = 40;

/** Reads one file. Never throws, never fetches; other files only through `context.file`. */
export const readOpenApi: Source["read"] = (file: SourceFile, context: SourceContext) => {
  const { root, problems, notes } = readPositioned(file.path, file.text);
  if (!root) return { problems: problems.length > 0 ? problems : [unsupported(file.path, "is empty")] };
  const version = versionOf(root);
  if (version === undefined) {
    const said = textOf(child(root, "openapi")) ?? textOf(child(root, "swagger"));
    return {
      problems: [
        unsupported(
          file.path,
          said === undefined ? "does not say that it is an OpenAPI file" : `is of version ${said.slice(0, 20)}`,
        ),
      ],
    };
  }
  return { reading: new Reader(file, root, version, context).reading(notes), problems };
};

function unsupported(path: string, why: string): Problem {
  return problem(
    "source-unsupported",
    `${path} ${why}; Swagger 2.0 and OpenAPI 3.0 to 3.2 are read`,
    "Convert the file, or leave it out.",
    { file: path },
  );
}

function versionOf(root: PositionedNode): string | undefined {
  const said = textOf(child(root, "openapi")) ?? textOf(child(root, "swagger")) ?? "";
  return said === "2" ? "2.0" : /^(2\.0|3\.[012])(?=$|[.-])/.exec(said)?.[1];
}

class Reader {
  readonly #file: SourceFile;
  readonly #root: PositionedNode;
  readonly #references: References;
  readonly #notes: Problem[] = [];
  readonly #taken = new Set<string>();

  constructor(file: SourceFile, root: PositionedNode, version: string, context: SourceContext) {
    this.#file = file;
    this.#root = root;
    this.#references = new References(file.path, root, context);
    if (version === "3.2")
      this.#note(`${file.path} is of version 3.2 and was read as 3.1`, "Check what uses features of 3.2.", root.at);
  }

  /** `noted`: what was noted while the file was read. */
  reading(noted: readonly Problem[]): Reading {
    const operations = operationsOf(this.#root, this.#references, this.#notes);
    const protections = protectionsOf(this.#root, operations, this.#references, this.#notes);
    for (const role of Object.keys(protections.roles)) this.#taken.add(role);
    const ids = entryPointIds(operations, this.#taken);
    const { data, carried } = this.#data(operations);
    const entryPoints: Record<string, EntryPoint> = {};
    for (const [operation, id] of ids) {
      const lists = carried.get(operation);
      const protection = protections.of(operation, isSensitive(lists, data));
      entryPoints[id] = { ...entryPointOf(operation), ...protection, ...lists };
    }
    this.#guesses(operations);
    const things = thingsOf(data, entryPoints, protections);
    return {
      source: "openapi",
      path: this.#file.path,
      things,
      anchors: operations.length > 0 ? [this.#anchor([...ids.values()], operations)] : [],
      notes: [...noted, ...this.#notes, ...this.#references.notes],
    };
  }

  #note(say: string, fix: string, at: At): void {
    this.#notes.push(problem("source-note", say, fix, at));
  }

  /** The data of all operations, and what each operation carries and returns. */
  #data(operations: readonly Operation[]): {
    data: NonNullable<Observed["data"]>;
    carried: ReadonlyMap<Operation, Pick<EntryPoint, "carries" | "returns">>;
  } {
    const finder = new DataFinder(this.#references);
    const sides = operations.map((operation) => {
      const subject = subjectOfPath(operation.path);
      const find = (contents: Operation["requests"]) => [
        ...new Set(contents.flatMap((content) => finder.find(content, subject))),
      ];
      return { operation, sent: find(operation.requests), received: find(operation.responses) };
    });
    if (finder.isCut)
      this.#note(
        `The schemas of ${this.#file.path} are too entangled to look through all of them`,
        "Split the file.",
        this.#root.at,
      );
    const ids = this.#choose(finder.all());
    const known = (keys: readonly string[]) => keys.flatMap((key) => ids.get(key) ?? []).sort(byCodeUnit);
    const carried = new Map(
      sides.map(({ operation, sent, received }) => {
        const inward = known(operation.origin === "path" ? sent : received);
        const outward = known(operation.origin === "path" ? received : sent);
        return [
          operation,
          {
            ...listOf("carries", inward, takesNothing(operation)),
            ...listOf("returns", outward, givesNothing(operation)),
          },
        ] as const;
      }),
    );
    const all = finder.all();
    const data = Object.fromEntries([...ids].map(([key, id]) => [id, dataOf(all.get(key) as FoundData)]));
    return { data, carried };
  }

  /** Picks the assets to keep and gives them ids. */
  #choose(found: ReadonlyMap<string, FoundData>): ReadonlyMap<string, string> {
    const ranked = [...found].sort(
      ([a, x], [b, y]) => y.kinds.length - x.kinds.length || y.uses - x.uses || byCodeUnit(a, b),
    );
    const kept = ranked.slice(0, dataLimit);
    const left = ranked.slice(dataLimit);
    if (left.length > 0) {
      const names = left
        .slice(0, 8)
        .map(([, data]) => data.title)
        .join(", ");
      const say = `${this.#file.path} describes ${found.size} kinds of data; ${left.length} were left out (${names}${left.length > 8 ? ", …" : ""})`;
      this.#note(say, "Add by hand those that matter.", this.#root.at);
    }
    const ids = new Map<string, string>();
    for (const [key] of [...kept].sort(([a], [b]) => byCodeUnit(a, b))) {
      const base = slug(key);
      const id = [base, `${base}-data`, `${base || "data"}-${digest(key)}`].find(
        (candidate) => isId(candidate) && !this.#taken.has(candidate),
      );
      if (id === undefined) continue;
      this.#taken.add(id);
      ids.set(key, id);
    }
    return ids;
  }

  #guesses(operations: readonly Operation[]): void {
    const admin = operations.filter((operation) => operation.origin === "path" && adminWord(operation));
    if (admin[0]) {
      const say = `${admin.length} operation${admin.length === 1 ? " is" : "s are"} taken for administration by a word in the path or tag (first: ${nameOf(admin[0])})`;
      this.#note(say, "Set `kind: api` in model.yaml where the guess is wrong.", admin[0].at);
    }
    const sent = operations.filter((operation) => operation.origin !== "path");
    if (sent[0]) {
      const say = `${sent.length} webhook${sent.length === 1 ? " or callback is" : "s and callbacks are"} sent by this API to its subscribers (first: ${nameOf(sent[0])}): what they send is in \`returns\``;
      this.#note(say, "Draw the receivers, or ignore the entry points that nobody uses.", sent[0].at);
    }
  }

  #anchor(entryPoints: readonly string[], operations: readonly Operation[]): Anchor {
    const info = child(this.#root, "info");
    const folder = folderOf(this.#file.path);
    const title = oneLine(textOf(child(info, "title")) ?? "") ?? (wordsOf(baseName(folder)).join(" ") || "API");
    const facts = naturesOf(operations);
    return {
      title,
      folder,
      servers: serversOf(this.#root),
      entryPoints: [...entryPoints],
      seen: placeOf(under(info, "title")?.at ?? this.#root.at),
      ...(Object.keys(facts).length > 0 ? { facts } : {}),
    };
  }
}

/** What goes in or comes out is of a kind that is not for everybody, as far as its names tell. */
function isSensitive(
  lists: Pick<EntryPoint, "carries" | "returns"> | undefined,
  data: NonNullable<Observed["data"]>,
): boolean {
  const ids = [...(lists?.carries ?? []), ...(lists?.returns ?? [])];
  return ids.some((id) => data[id]?.kinds?.some((kind) => kind !== "business"));
}

function thingsOf(
  data: NonNullable<Observed["data"]>,
  entryPoints: Record<string, EntryPoint>,
  protections: Protections,
): ObservedThings {
  return {
    ...(Object.keys(data).length > 0 ? { data } : {}),
    ...(Object.keys(entryPoints).length > 0 ? { "entry-points": entryPoints } : {}),
    ...(Object.keys(protections.roles).length > 0 ? { roles: { ...protections.roles } } : {}),
  };
}

function dataOf(found: FoundData): NonNullable<Observed["data"]>[string] {
  const seen = [...new Set(found.seen.map((at) => placeOf(at).slice(-400)))];
  return {
    title: found.title.slice(0, 200),
    ...(found.kinds.length > 0 ? { kinds: [...found.kinds].sort(byCodeUnit) } : {}),
    seen: seen.length === 1 ? (seen[0] as string) : seen,
  };
}
