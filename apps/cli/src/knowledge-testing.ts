// Compiles an organisation's own knowledge over the one that ships, and runs every example of its rules.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import {
  analyse,
  byCodeUnit,
  type Catalog,
  type derivedFacts,
  fail,
  type Knowledge,
  ok,
  type Problem,
  problem,
  type Result,
} from "@parapet/core";
import { type Compiled, compile, type ExampleOutcome, type KnowledgeText, type RuleExamples } from "@parapet/knowledge";
import { bold, count } from "./print/style.ts";
import { displayPath, loadKnowledge, loadTexts, readShipped, type Session } from "./session.ts";
import type { ExitCode } from "./verb.ts";

const parts = ["facts", "pools", "rules", "technologies", "controls"];
const maxFile = 1024 * 1024;

/** Tests a knowledge folder: its format, its laws, its examples. Exit code 2 when something is wrong with it. */
export async function testKnowledge(
  session: Session,
  folder: string | undefined,
  derived: typeof derivedFacts,
): Promise<ExitCode> {
  const place = folder === undefined ? ownFolder(session) : ok(resolve(folder));
  if (!place.ok) return session.fail(place.problems);
  const files = knowledgeFiles(place.value);
  if (!files.ok) return session.fail(files.problems);
  const now = session.now();
  if (!now.ok) return session.fail(now.problems);
  const base = shipped();
  const compiled = compile(files.value, { derived, base });
  if (!compiled.ok) return session.fail(compiled.problems.map((one) => placed(one, place.value)));
  const known = new Set(base.knowledge.rules.map(({ id }) => id));
  const { knowledge, examples } = compiled.value;
  const own = knowledge.rules.filter(({ id }) => !known.has(id));
  const results = own.flatMap(({ id }) => examplesOf(id, examples[id] ?? {}, knowledge, now.value));
  const failed = results.filter(({ holds }) => !holds);
  if (failed.length > 0) {
    return session.fail(
      failed.map(({ name, wanted, found }) =>
        problem(
          "bad-knowledge",
          `${name}: the example should be ${wanted}, and is ${found}.`,
          "Correct the rule or the example.",
        ),
      ),
    );
  }
  const text = `${bold(displayPath(place.value))}: ${count(own.length, "rule")} of your own, ${count(results.length, "example")} as they should be.`;
  return session.say({ folder: displayPath(place.value), rules: own.map(({ id }) => id), examples: results }, text);
}

function ownFolder(session: Session): Result<string> {
  const found = session.find(session.folder);
  return found.ok ? ok(join(found.value, "knowledge")) : found;
}

/** The YAML files of the folders of a knowledge folder, in code-unit order. */
export function knowledgeFiles(folder: string): Result<readonly KnowledgeText[]> {
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
  const paths = parts.flatMap((part) => (existsSync(join(folder, part)) ? yamlBelow(join(folder, part)) : []));
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
        `Write it into ${parts.join("/, ")}/.`,
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

interface ExampleResult {
  readonly name: string;
  readonly wanted: string;
  readonly found: string;
  readonly holds: boolean;
}

const findings: Readonly<Record<ExampleOutcome, string>> = {
  flags: "open",
  asks: "asked",
  addresses: "addressed",
  passes: "not raised",
};

function examplesOf(rule: string, examples: RuleExamples, knowledge: Knowledge, now: string): readonly ExampleResult[] {
  return (Object.keys(findings) as ExampleOutcome[]).flatMap((outcome) =>
    (examples[outcome] ?? []).map((example, i) => {
      const { threats } = analyse({ model: example.model }, knowledge, { now });
      const found: string = threats.find(({ id }) => id === `${rule}@${example.at}`)?.finding ?? "not raised";
      return {
        name: `${rule} ${outcome} ${i + 1}`,
        wanted: findings[outcome],
        found,
        holds: found === findings[outcome],
      };
    }),
  );
}
