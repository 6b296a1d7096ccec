// An organisation's own knowledge: rules, facts, technologies and controls, compiled over what ships.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { byCodeUnit, type Catalog, derivedFacts, fail, ok, type Problem, problem, type Result } from "@parapet/core";
import { type Compiled, compile, type KnowledgeText } from "@parapet/knowledge";
import { displayPath } from "./display-path.ts";
import { knowledgeParts, loadKnowledge, loadTexts, readShipped } from "./shipped.ts";

const maxFile = 1024 * 1024;

/** Compiles a folder over the knowledge that ships; its problems name file and line. */
export function compileOwn(folder: string): Result<Compiled> {
  const files = knowledgeFiles(folder);
  if (!files.ok) return files;
  const compiled = compile(files.value, { derived: derivedFacts, base: shipped() });
  return compiled.ok ? compiled : fail(...compiled.problems.map((one) => placed(one, folder)));
}

/** The YAML files of the folders of a knowledge folder, in code-unit order. */
function knowledgeFiles(folder: string): Result<readonly KnowledgeText[]> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    return fail(
      problem(
        "file-missing",
        `${displayPath(folder)} is no folder.`,
        "Name the folder that holds rules/, facts/, controls/ …",
        { file: displayPath(folder) },
      ),
    );
  }
  const paths = knowledgeParts.flatMap((part) => (existsSync(join(folder, part)) ? yamlBelow(join(folder, part)) : []));
  const large = paths.find((path) => statSync(path).size > maxFile);
  if (large)
    return fail(
      problem(
        "file-too-large",
        `${displayPath(large)} is larger than 1 MB.`,
        "A rule, fact or control is a page of text; split the file.",
      ),
    );
  if (paths.length === 0)
    return fail(
      problem(
        "nothing-matched",
        `${displayPath(folder)} holds no knowledge of your own.`,
        `Write it into ${knowledgeParts.join("/, ")}/.`,
      ),
    );
  return ok(
    paths.map((path) => ({ path: relative(folder, path).split(sep).join("/"), text: readFileSync(path, "utf8") })),
  );
}

function yamlBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? yamlBelow(join(folder, entry.name))
        : entry.isFile() && /\.ya?ml$/.test(entry.name)
          ? [join(folder, entry.name)]
          : [],
    )
    .sort(byCodeUnit);
}

function shipped(): Compiled {
  const catalogs = ["capec", "cwe", "asvs-5.0"].map((id) =>
    readShipped<Catalog>(`knowledge/catalogs/${id}.json`),
  ) as unknown as Compiled["catalogs"];
  return { knowledge: loadKnowledge(), texts: loadTexts(), examples: {}, catalogs };
}

function placed(one: Problem, folder: string): Problem {
  return one.where?.file ? { ...one, where: { ...one.where, file: displayPath(join(folder, one.where.file)) } } : one;
}
