// The options of a verb for a kind of thing, and the input of its command that they make.
import { fail, isId, ok, type Problem, problem, type Result } from "@parapet/core";
import { type Command, Option } from "commander";
import { collect, listOption, type Options, textOption } from "./verb.ts";

/** One field of a thing, as an option: `--used-by <ids>` sets `used-by`. */
export interface ThingOption {
  readonly field: string;
  /** What stands for the value in the help. */
  readonly value: string;
  readonly say: string;
  /** A list: may stand several times or with commas; `none` is the empty list, known to be empty. */
  readonly list?: true;
  readonly choices?: readonly string[];
  readonly required?: true;
}

/** Options that every kind of thing takes. */
const common: readonly ThingOption[] = [
  { field: "title", value: "text", say: "what people call it" },
  { field: "description", value: "text", say: "what it is, in a sentence" },
  { field: "id", value: "id", say: "its short id (default: made from its name)" },
];

/** Adds the options to a command. */
export function withThingOptions(command: Command, options: readonly ThingOption[]): Command {
  for (const { field, value, say, list, choices } of [...options, ...common]) {
    const said = [choices ? `${say}: ${choices.join(", ")}` : say, list ? "none is the empty list" : ""];
    const option = new Option(`--${field} <${value}>`, said.filter(Boolean).join("; "));
    command.addOption(list ? option.argParser(collect) : option);
  }
  return command;
}

/** The fields that the options give, by the names of the model; refused when a value is none of its list, or a needed one lacks. */
export function thingFields(
  options: Options,
  wanted: readonly ThingOption[],
): Result<Readonly<Record<string, unknown>>> {
  const fields: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const { field, list, choices, required } of [...wanted, ...common]) {
    const name = new Option(`--${field} <value>`).attributeName();
    const values = list ? listOption(options, name) : [textOption(options, name)].flatMap((value) => value ?? []);
    if (values.length === 0) {
      if (required) problems.push(lacks(field, choices));
      continue;
    }
    const none = list && values.length === 1 && values[0] === "none";
    const wrong = none ? undefined : values.find((value) => choices && !choices.includes(value));
    if (wrong !== undefined)
      problems.push(
        problem("not-in-list", `${wrong} is no value of ${field}.`, `Name one of ${(choices ?? []).join(", ")}.`),
      );
    fields[field] = none ? [] : list ? values : values[0];
  }
  return problems.length > 0 ? fail(...problems) : ok(fields);
}

function lacks(field: string, choices: readonly string[] | undefined): Problem {
  const one = choices ? `, one of ${choices.join(", ")}` : "";
  return problem("missing-key", `No ${field} is given.`, `Add --${field}${one}.`);
}

/** The words after `add`: one name, which is an id or a title; or fields in order, as the ends of a flow. */
export function thingWords(
  words: readonly string[],
  wanted: readonly string[] | undefined,
): Result<Readonly<Record<string, string>>> {
  const [name, ...others] = words;
  if (wanted) {
    if (words.length === wanted.length)
      return ok(Object.fromEntries(wanted.map((field, i) => [field, words[i] ?? ""])));
    const say = `${wanted.join(" and ")} are wanted, in this order; given is ${words.join(", ") || "nothing"}.`;
    return fail(
      problem(
        "bad-argument",
        say.replace(/^./, (first) => first.toUpperCase()),
        "See --help for an example.",
      ),
    );
  }
  if (name === undefined) return fail(problem("bad-argument", "No name is given.", "Give a name, or a short id."));
  if (others.length > 0)
    return fail(
      problem("bad-argument", `Several names are given: ${words.join(", ")}.`, "Quote a name of several words."),
    );
  return ok(isId(name) ? { id: name } : { title: name });
}
