// The real files that are broken: the examples' models and systems, the samples of the sources, the knowledge that ships, and what the
// store lays beside a model. Where a corpus of other people's files lies beside the checkout, those too.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileStore } from "@parapet/adapters";
import { folder } from "../../packages/knowledge/src/small-folder.fixture.ts";
import { filesBelow, root } from "../architecture/source-files.ts";
import { exampleNames, textOf } from "../laws/shipped.ts";
import { bytesOf } from "./mutate.ts";

/** Files that belong together (path → one character per byte), and those of them that are broken in turn. */
export interface Group {
  readonly files: ReadonlyMap<string, string>;
  readonly broken: readonly string[];
}

const bytesAt = (path: string): string => readFileSync(path, "latin1");

/** All files below a folder of the checkout, by their path in it. */
function filesOf(folder: string, ending = ""): ReadonlyMap<string, string> {
  return new Map(
    filesBelow(folder, [ending]).map((path) => [path.slice(folder.length + 1), bytesAt(join(root, path))]),
  );
}

const small: Readonly<Record<string, string>> = {
  "diagram.yaml":
    "# drawn\nparapet: 1\npositions:\n  web: {x: 12.5, y: -3}\n  db:\n    in: cluster\n    x: 1e3\n    y: 0\nsizes: {cluster: {width: 100, height: 80}}\n",
  "debt.yaml":
    'parapet: 1\nrecorded: 2026-11-20\nby: ann\ngates:\n  owned: [clear-text-flow@save, "unlogged-actions@web"]\n  no-open:\n    - clear-text-flow@save\n',
};

/** The threat models of the examples. */
export function modelGroups(): readonly Group[] {
  return exampleNames.map((name) => {
    const own = filesOf(`examples/${name}/threat-model`, ".yaml");
    const files = new Map([...Object.entries(small), ...own]);
    return { files, broken: [...files.keys()] };
  });
}

const read =
  /(^|\/)((docker-)?compose[\w.-]*\.ya?ml|openapi[\w.-]*|Dockerfile|package\.json|requirements\.txt|\.env[\w.]*|Caddyfile|nginx\.conf|\w+-\d\.\d\.\w+)$/;

/** The systems of the examples, the samples of the sources, and the files of other people's projects. */
export function systemGroups(): readonly Group[] {
  const examples = exampleNames.map((name) => filesOf(`examples/${name}`));
  const samples = ["compose", "openapi"].map((id) => filesOf(`packages/sources/src/${id}/samples`));
  const groups = [...examples, ...samples].map((all) => {
    const files = new Map(
      [...all].filter(([path]) => !path.startsWith("threat-model/") && !path.startsWith("expected/")),
    );
    return { files, broken: [...files.keys()].filter((path) => read.test(path)) };
  });
  return [...groups, ...corpusGroups()];
}

/** Each file of the corpus by itself, small ones only: a large one has nothing that a small one has not. */
function corpusGroups(): readonly Group[] {
  return ["compose", "openapi"].flatMap((kind) => {
    const folder = join(root, "../shared/corpus/system", kind);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const text = entry.isFile() ? bytesAt(join(folder, entry.name)) : "";
      const path = kind === "compose" ? "compose.yaml" : entry.name;
      return text === "" || text.length > 60_000 ? [] : [{ files: new Map([[path, text]]), broken: [path] }];
    });
  });
}

/**
 * Knowledge of an organisation's own, over what ships: each shipped rule and technology under another id, and a small folder of facts,
 * pools, controls and rules that belong together.
 */
export function knowledgeGroups(): readonly Group[] {
  const own = ["rules", "technologies"].flatMap((part) =>
    [...filesOf(`packages/knowledge/${part}`, ".yaml")].map(([path, text]) => {
      const at = `${part}/${path.replace(/[^/]+$/, (name) => `own-${name}`)}`;
      return { files: new Map([[at, text.replace(/^id: /m, "id: own-")]]), broken: [at] };
    }),
  );
  const small = new Map(Object.entries(folder).map(([path, text]) => [path, bytesOf(text)]));
  const parts = [...small.keys()].filter((path) => path.includes("/") && path.endsWith(".yaml"));
  return [...own, ...parts.map((path) => ({ files: small, broken: [path] }))];
}

/** What the store lays beside a model: a journal of three commands, and two proposals that wait. */
export async function storeGroup(): Promise<Group> {
  const folder = mkdtempSync(join(tmpdir(), "parapet-fuzz-store-"));
  try {
    writeFileSync(join(folder, "model.yaml"), textOf("examples/assistant/threat-model/model.yaml"));
    const store = new FileStore(folder);
    for (const title of ["One", "Two", "Three"]) {
      const snapshot = await store.read();
      if (!snapshot.ok) throw new Error("the example cannot be read");
      const { revision, document } = snapshot.value;
      const change = {
        collection: "model",
        id: "model",
        field: ["system"],
        before: document.model.system,
        after: title,
      };
      const calls = [{ name: "set-scope", input: { system: title } }];
      const done = await store.commit(revision, { at: "2026-11-24", by: "ann", title, calls, changes: [change] });
      if (!done.ok) throw new Error(done.problems[0]?.say);
      await store.propose({ id: `p-${title}`, title, sentences: [`${title} more`], changes: [change], base: revision });
    }
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.(yaml|jsonl?)$/.test(path),
    );
    const files = new Map(paths.sort().map((path) => [path, bytesAt(join(folder, path))]));
    return { files, broken: paths.filter((path) => path.startsWith(".parapet")) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
