// rules: lists the rules, shows one with its texts, tests an organisation's own knowledge folder.
import { ok, problem, type Result, type Rule } from "@parapet/core";
import type { Command } from "commander";
import { type Known, knowledgeFor } from "../knowledge.ts";
import { ruleText } from "../print/rule.ts";
import { bold, columns, count, cut, dim, width } from "../print/style.ts";
import type { Session } from "../session.ts";
import { loadKnowledge, loadTexts } from "../shipped.ts";
import { collect, type ExitCode, limitOption, listOption, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .usage("list | show RULE | test [FOLDER] [options]")
      .argument("[action]", "list, show or test", "list")
      .argument("[what]", "show: the rule; test: the folder with your own knowledge (default: threat-model/knowledge)")
      .option("--on <kinds>", "list: those on processes, data stores, flows …", collect)
      .option("--limit <n>", "list: how many to print")
      .addHelpText(
        "after",
        "\nExamples:\n  parapet rules list --on data-store\n  parapet rules show clear-text-flow\n  parapet rules test threat-model/knowledge",
      ),
  run: async (session, [action = "list", what], options: Options) => {
    if (action === "test") return (await import("../knowledge-testing.ts")).testKnowledge(session, what);
    const known = await knowledgeOf(session);
    if (!known.ok) return session.fail(known.problems);
    if (action === "list") return list(session, options, known.value);
    if (action === "show") return show(session, what ?? "", known.value);
    return session.fail([
      problem(
        "bad-argument",
        `Rules cannot ${action}.`,
        "Write parapet rules list, parapet rules show RULE, or parapet rules test [FOLDER].",
      ),
    ]);
  },
};

/** The knowledge of the model here, with the organisation's own; what ships where there is no model. */
async function knowledgeOf(session: Session): Promise<Result<Known>> {
  const found = session.find(session.folder);
  return found.ok ? knowledgeFor(found.value) : ok({ knowledge: loadKnowledge(), texts: loadTexts });
}

function list(session: Session, options: Options, { knowledge }: Known): ExitCode {
  const limit = limitOption(options, 1000);
  if (!limit.ok) return session.fail(limit.problems);
  const { rules, version } = knowledge;
  const kinds = listOption(options, "on");
  const found = rules.filter((rule) => kinds.length === 0 || rule.on.some((kind) => kinds.includes(kind)));
  const shown = found.slice(0, limit.value);
  const left = width - 6 - Math.max(0, ...shown.map(({ id }) => id.length));
  const rows = shown.map((rule) => [letters(rule), rule.id, cut(rule.title, left)]);
  const more = found.length > limit.value ? `\n${dim(`and ${found.length - limit.value} more`)}` : "";
  const value = {
    version,
    rules: found.map(({ id, title, stride, on, cwe, capec, controls }) => ({
      id,
      title,
      stride,
      on,
      cwe,
      capec,
      controls,
    })),
  };
  return session.say(
    value,
    `${bold(count(found.length, "rule"))} ${dim(`(knowledge ${version})`)}\n${columns(rows)}${more}`,
  );
}

function letters({ stride }: Rule): string {
  return stride.map((category) => (category === "elevation-of-privilege" ? "E" : category[0]?.toUpperCase())).join("");
}

function show(session: Session, id: string, { knowledge, texts: textsOf }: Known): ExitCode {
  const rule = knowledge.rules.find((one) => one.id === id || one.aliases?.includes(id));
  if (!rule) {
    const near = knowledge.rules
      .map((one) => one.id)
      .filter((one) => id !== "" && (one.includes(id) || one.split("-").some((word) => id.split("-").includes(word))));
    return session.fail([
      problem(
        "dangling-reference",
        `There is no rule ${id}.`,
        near.length > 0 ? `Did you mean ${near.slice(0, 3).join(" or ")}?` : "See parapet rules list.",
      ),
    ]);
  }
  const texts = textsOf();
  return session.say({ rule, texts: texts.rules[rule.id] }, session.json ? "" : ruleText(rule, knowledge, texts));
}
