// threat add, threat withdraw: threats that a person writes down; one sentence is enough.
import { type CommandCall, handThreatKey, isId, problem, strideCategories, strideLetter } from "@parapet/core";
import type { Command } from "commander";
import { statementHint } from "../print/statement.ts";
import type { Session } from "../session.ts";
import {
  collect,
  collectText,
  type ExitCode,
  given,
  listOption,
  type Options,
  saidBy,
  textOption,
  type Verb,
} from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .usage("add SENTENCE | withdraw THREAT [options]")
      .argument("<action>", "add or withdraw")
      .argument("<what>", "the threat in one sentence, or its id")
      .option("--on <thing>", "the thing that it is raised on (default: the system)")
      .option("--category <categories>", "at most two STRIDE categories, or their letters", collect)
      .option("--why <text>", "how it works; for withdraw: why it is no threat")
      .option("--also <ids>", "further things that it concerns", collect)
      .option("--cwe <numbers>", "CWE numbers", collect)
      .option("--capec <numbers>", "CAPEC numbers", collect)
      .option(
        "--assumes <assumption>",
        "add: an assumption that it rests on, by its id or as a new sentence",
        collectText,
      )
      .option("--slug <slug>", "the part of its id that names it")
      .option("--said-by <person>", "add: who says it, when you only write it down")
      .addHelpText(
        "after",
        "\nExample:\n  parapet threat add 'A courier reads the label and the order' --on print-label --category I",
      ),
  run: async (session, [action = "", what = ""], options: Options) => {
    if (action === "add") return add(session, what, options);
    if (action === "withdraw")
      return session.change(`Withdrew ${what}`, [
        { name: "withdraw-threat", input: { id: what, ...given(options, ["why"]) } },
      ]);
    return session.fail([
      problem(
        "bad-argument",
        `A threat is not to ${action}.`,
        "Write parapet threat add 'SENTENCE', or parapet threat withdraw THREAT --why WHY.",
      ),
    ]);
  },
};

async function add(session: Session, say: string, options: Options): Promise<ExitCode> {
  const categories = listOption(options, "category").map(
    (word) => strideCategories.find((category) => strideLetter[category] === word.toUpperCase()) ?? word,
  );
  const unknown = categories.find((category) => !(strideCategories as readonly string[]).includes(category));
  if (unknown !== undefined)
    return session.fail([
      problem("not-in-list", `${unknown} is no STRIDE category.`, `Name one of ${strideCategories.join(", ")}.`),
    ]);
  const numbers = (name: string): readonly number[] =>
    listOption(options, name).map((text) => Number(text.replace(/^(cwe|capec)-/i, "")));
  const wrong = ["cwe", "capec"].find((name) =>
    numbers(name).some((number) => !Number.isInteger(number) || number < 1),
  );
  if (wrong) return session.fail([problem("bad-argument", `--${wrong} wants numbers.`, "Write them as 79 or 79,89.")]);
  const on = textOption(options, "on");
  const also = listOption(options, "also");
  const opened = await session.open();
  if (!opened.ok) return session.fail(opened.problems);
  const assumed = listOption(options, "assumes");
  const assumes = assumed.filter(isId);
  const input = {
    say,
    ...(on === undefined ? {} : { subject: on }),
    ...given(options, ["why", "slug"]),
    ...(categories.length > 0 ? { categories } : {}),
    ...(also.length > 0 ? { also } : {}),
    ...(numbers("cwe").length > 0 ? { cwe: numbers("cwe") } : {}),
    ...(numbers("capec").length > 0 ? { capec: numbers("capec") } : {}),
    ...(assumes.length > 0 ? { assumes } : {}),
    ...saidBy(options),
  };
  const threats = [handThreatKey(input, opened.value.document)];
  const written = assumed.filter((one) => !isId(one));
  const calls: readonly CommandCall[] = [
    { name: "record-threat", input },
    ...written.map((text) => ({ name: "add-assumption", input: { text, threats } })),
  ];
  const code = await session.changeOpened(opened.value, "Wrote a threat down", calls);
  const hint = code === 0 ? statementHint(say, on ?? "model", opened.value.document) : undefined;
  if (hint !== undefined) session.hint(hint);
  return code;
}
