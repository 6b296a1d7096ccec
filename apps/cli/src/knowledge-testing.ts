// Tests an organisation's own knowledge: its format, its laws, and every example of its rules.
import { join, resolve } from "node:path";
import { analyse, type Knowledge, ok, problem, type Result } from "@parapet/core";
import type { ExampleOutcome, RuleExamples } from "@parapet/knowledge";
import { displayPath } from "./display-path.ts";
import { compileOwn } from "./own-knowledge.ts";
import { bold, count } from "./print/style.ts";
import type { Session } from "./session.ts";
import { loadKnowledge } from "./shipped.ts";
import type { ExitCode } from "./verb.ts";

/** Tests a knowledge folder: its format, its laws, its examples. Exit code 2 when something is wrong with it. */
export async function testKnowledge(session: Session, folder: string | undefined): Promise<ExitCode> {
  const place = folder === undefined ? ownFolder(session) : ok(resolve(folder));
  if (!place.ok) return session.fail(place.problems);
  const now = session.now();
  if (!now.ok) return session.fail(now.problems);
  const compiled = compileOwn(place.value);
  if (!compiled.ok) return session.fail(compiled.problems);
  const known = new Set(loadKnowledge().rules.map(({ id }) => id));
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
