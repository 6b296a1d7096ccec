// Runs commands: the one door. A batch is one: each command is checked against the running state, the whole is validated once.
import type { Analysis } from "../analysis/result.ts";
import { apply } from "./apply.ts";
import type { Change } from "./changes.ts";
import { checkDocument } from "./check-document.ts";
import type { CommandBody, CommandCall, CommandContext } from "./command.ts";
import type { Document } from "./document.ts";
import type { Knowledge } from "./knowledge.ts";
import { fail, ok, type Problem, problem, type Result } from "./problem.ts";
import { isStillSound } from "./still-sound.ts";

/** Finds the body of a command by name. */
export type LoadBody = (name: string) => Promise<CommandBody<unknown> | undefined>;

export interface RunInput {
  readonly document: Document;
  readonly knowledge: Knowledge;
  readonly now: string;
  readonly by: string;
  readonly load: LoadBody;
  readonly analyse: (document: Document) => Analysis;
}

/** What running commands gives: the changes, and the document that they make. */
export interface Ran {
  readonly changes: readonly Change[];
  readonly document: Document;
}

/** Runs commands in order, all or nothing. No problem is thrown; nothing is stored. */
export async function runCommands(calls: readonly CommandCall[], input: RunInput): Promise<Result<Ran>> {
  let { document } = input;
  const changes: Change[] = [];
  for (const call of calls) {
    const made = await runOne(call, { ...input, document });
    if (!made.ok) return made;
    document = apply(document, made.value);
    changes.push(...made.value);
  }
  const broken = isStillSound(input.document, document) ? [] : checkDocument(document);
  return broken.length > 0 ? fail(...broken) : ok({ changes, document });
}

async function runOne(call: CommandCall, input: RunInput): Promise<Result<readonly Change[]>> {
  if (input.by.trim() === "")
    return fail(
      problem("no-author", "Nobody is named as the author of the change.", "Set git's user.name, or pass --as NAME."),
    );
  const body = await input.load(call.name);
  if (!body)
    return fail(problem("bad-argument", `There is no command ${call.name}.`, "See parapet --help for the commands."));
  const parsed = body.input.safeParse(call.input);
  if (!parsed.success) return fail(...parsed.error.issues.map((issue) => badInput(call.name, issue)));
  const context = contextOf(input);
  const problems = body.check(parsed.data, context);
  return problems.length > 0 ? fail(...problems) : ok(body.apply(parsed.data, context));
}

function contextOf({ document, knowledge, now, by, analyse }: RunInput): CommandContext {
  let analysis: Analysis | undefined;
  return { document, knowledge, now, by, analysis: () => (analysis ??= analyse(document)) };
}

function badInput(
  command: string,
  issue: { readonly path: readonly PropertyKey[]; readonly message: string },
): Problem {
  const field = issue.path.map(String).join(".");
  return problem(
    "bad-argument",
    `${command}: ${field === "" ? "its input" : field} is not as it should be: ${issue.message}.`,
    `See parapet help for what ${command} takes.`,
    { path: issue.path.map(String) },
  );
}
