// diff: what is different between two models or git revisions, with one cause for each difference.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import {
  type Analysis,
  analyse,
  type Document,
  diffOf,
  fail,
  isEmptyDiff,
  markdownOf,
  ok,
  problem,
  type Result,
  sectionsOf,
} from "@parapet/core";
import type { Command } from "commander";
import { documentAt } from "../history.ts";
import { bold, hanging, printable } from "../print/style.ts";
import type { Opened, Session } from "../session.ts";
import { type Options, textOption, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("[before]", "a git revision, or the folder of a model")
      .argument("[after]", "a git revision, or the folder of a model (default: the model as it is now)")
      .option("--against <revision>", "compare the model as it is now with this git revision")
      .option("--markdown", "as Markdown, for a comment on a merge request")
      .addHelpText(
        "after",
        "\nExamples:\n  parapet diff --against origin/main\n  parapet diff v1.2 v1.3\n  parapet diff ../old-checkout .",
      ),
  run: async (session, args, options: Options) => {
    const [first = textOption(options, "against"), second] = args;
    if (first === undefined)
      return session.fail([
        problem(
          "bad-argument",
          "Nothing is named to compare with.",
          "Give a git revision (--against main), or two revisions or folders.",
        ),
      ]);
    const before = await side(session, first);
    if (!before.ok) return session.fail(before.problems);
    const after = second === undefined ? await session.open() : await side(session, second);
    if (!after.ok) return session.fail(after.problems);
    const { knowledge } = before.value;
    const now = session.now();
    if (!now.ok) return session.fail(now.problems);
    const look = (document: Document): Analysis => analyse(document, knowledge, { now: now.value });
    const [a, b] = [before.value.document, after.value.document];
    const diff = diffOf(
      { document: a, analysis: look(a) },
      { document: b, analysis: look(b) },
      { analyse: (document, asked) => analyse(document, knowledge, asked) },
    );
    if (options.markdown === true && !session.json) {
      process.stdout.write(`${printable(markdownOf(diff).trimEnd())}\n`);
      return 0;
    }
    const text = isEmptyDiff(diff)
      ? "Nothing is different."
      : sectionsOf(diff)
          .map(({ title, sentences }) =>
            [bold(title), ...sentences.map((sentence) => hanging("  · ", 4, sentence))].join("\n"),
          )
          .join("\n\n");
    return session.say({ diff }, text);
  },
};

/** A folder with a model, or the model at a git revision. */
async function side(session: Session, name: string): Promise<Result<Pick<Opened, "document" | "knowledge">>> {
  if (existsSync(name) && session.find(resolve(name)).ok) return session.open(resolve(name));
  const opened = await session.open();
  if (!opened.ok) return opened;
  const document = documentAt(opened.value, name);
  if (!document.ok) return document;
  if (document.value) return ok({ document: document.value, knowledge: opened.value.knowledge });
  return fail(problem("file-missing", `There was no threat model at ${name}.`, "Name a later revision."));
}
