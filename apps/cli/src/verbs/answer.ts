// answer: answers questions, or says who finds the answer out until when.
import type { Command } from "commander";
import { collect, given, listOption, type Options, saidBy, textOption, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .usage("QUESTION… VALUE [options]")
      .argument(
        "<words...>",
        "questions as parapet questions lists them, then the answer: yes, no, not-applicable, a value of its list, ids, role=yes,role=no, or dont-know",
      )
      .option("--why <text>", "how it is known; needed for not-applicable")
      .option("--when <condition>", "the condition, when the answer is when")
      .option("--partly <ids>", "where the countermeasure is missing", collect)
      .option("--owner <person>", "dont-know: who finds out")
      .option("--due <date>", "dont-know: by when")
      .option("--workshop <workshop>", "the workshop in which it is answered: its minutes name it")
      .option("--said-by <person>", "who says it, when you only write it down")
      .addHelpText(
        "after",
        "\nExamples:\n  parapet answer encrypted-in-transit@save-order yes --why 'TLS is enforced by the database'\n  parapet answer logs-actions@checkout-api dont-know --owner ann --due 2026-12-15",
      ),
  run: async (session, words, options: Options) => {
    const value = words.at(-1) as string;
    const ids = words.slice(0, -1);
    if (ids.length === 0) {
      const fix = "Write it as parapet answer QUESTION VALUE; parapet questions lists the questions.";
      return session.fail([
        { code: "bad-argument", say: `No ${value.includes("@") ? "answer" : "question"} is given.`, fix },
      ]);
    }
    const partly = listOption(options, "partly");
    const input = {
      ids,
      value,
      ...given(options, ["why", "when", "owner", "due", "workshop"]),
      ...(partly.length > 0 ? { partly } : {}),
      ...saidBy(options),
    };
    const what = ids.length === 1 ? ids[0] : `${ids.length} questions`;
    const title =
      value === "dont-know"
        ? `${textOption(options, "owner") ?? "Somebody"} finds out about ${what}`
        : `Answered ${what}: ${value}`;
    return session.change(title, [{ name: "answer-question", input }]);
  },
};
