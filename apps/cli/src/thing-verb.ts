// A verb for one kind of thing: lists those that there are, adds one. What it takes is data; the kinds differ in nothing else.
import { effective, ok, problem, type Result, type ThingCollection } from "@parapet/core";
import type { Command } from "commander";
import { columns, count, dim } from "./print/style.ts";
import type { Opened, Session } from "./session.ts";
import { type ThingOption, thingFields, thingWords, withThingOptions } from "./thing-input.ts";
import type { ExitCode, Options, Verb } from "./verb.ts";

/** What a verb for one kind of thing is made of. */
export interface ThingSpec {
  /** What the verb is called. */
  readonly name: string;
  readonly noun: string;
  readonly many?: string;
  readonly command: string;
  readonly collection: ThingCollection | "attackers";
  readonly options: readonly ThingOption[];
  /** The command that adds one for each of several names. */
  readonly each?: string;
  /** May come with a feature that is not built yet. */
  readonly plannable?: true;
  readonly example: string;
  /** The words after `add`, where they are not the thing's name: fields in order. */
  readonly words?: readonly string[];
  /** The fields that the list shows of each, beside its id and title. */
  readonly shows: readonly string[];
  /** Options that together make up a field. */
  readonly more?: {
    readonly configure: (command: Command) => Command;
    readonly fields: (options: Options) => Result<Readonly<Record<string, unknown>>>;
  };
}

/** The verb of a kind of thing. */
export function thingVerb(spec: ThingSpec): Verb {
  const { name, noun, words, example } = spec;
  const adding = `add ${(words ?? ["name"]).map((word) => word.toUpperCase()).join(" ")}`;
  return {
    configure: (command: Command) => {
      const said = words ? `add: ${words.join(" and ")}, by their ids` : `add: what the ${noun} is called, or its id`;
      command
        .usage(`[list] | ${adding} [options]`)
        .argument("[action]", "list or add", "list")
        .argument("[words...]", said);
      withThingOptions(command, spec.options);
      if (spec.plannable) command.option("--planned", "not built yet: it counts with the feature that adds it");
      if (spec.each) command.option("--each", `add: each word is the name of a ${noun} of its own`);
      spec.more?.configure(command);
      const later = "Afterwards: parapet set, parapet rename, parapet remove; parapet undo takes a change back.";
      return command.addHelpText("after", `\nExample:\n  ${example}\n\n${later}`);
    },
    run: async (session, [action = "list", ...said], options: Options) => {
      if (action !== "list" && action !== "add")
        return session.fail([
          problem(
            "bad-argument",
            `Things of this kind are listed or added; ${action} is neither.`,
            `Write parapet ${name}, or parapet ${name} ${adding}.`,
          ),
        ]);
      const opened = await session.open();
      if (!opened.ok) return session.fail(opened.problems);
      if (action === "list") return list(session, opened.value, spec);
      const all = spec.each !== undefined && options.each === true;
      const input = all ? manyOf(spec, said, options) : inputOf(spec, said, options);
      if (!input.ok) return session.fail(input.problems);
      if (all)
        return session.changeOpened(opened.value, `Added ${count(said.length, noun, spec.many)}`, [
          { name: spec.each as string, input: input.value },
        ]);
      const what = words ? `from ${said.join(" to ")}` : (said[0] as string);
      return session.changeOpened(opened.value, `Added the ${noun} ${what}`, [
        { name: spec.command, input: input.value },
      ]);
    },
  };
}

function inputOf(
  { words, options: wanted, plannable, more }: ThingSpec,
  said: readonly string[],
  options: Options,
): Result<Readonly<Record<string, unknown>>> {
  const named = thingWords(said, words);
  const fields = thingFields(options, wanted);
  const further = more?.fields(options) ?? ok({});
  if (!named.ok) return named;
  if (!fields.ok) return fields;
  if (!further.ok) return further;
  const planned = plannable && options.planned === true ? { state: "planned" } : {};
  return ok({ ...named.value, ...fields.value, ...further.value, ...planned });
}

/** Several of a kind: their names, and the fields that all get. */
function manyOf(
  { options: wanted, plannable }: ThingSpec,
  names: readonly string[],
  options: Options,
): Result<Readonly<Record<string, unknown>>> {
  const fields = thingFields(options, wanted);
  if (!fields.ok) return fields;
  return ok({ names, ...fields.value, ...(plannable && options.planned === true ? { state: "planned" } : {}) });
}

type Thing = Readonly<Record<string, unknown>>;

/** Those that there are, declared and observed. */
function list(session: Session, opened: Opened, spec: ThingSpec): ExitCode {
  const { noun, many = `${noun}s`, shows } = spec;
  const things = thingsOf(opened, spec.collection);
  const rows = Object.entries(things).map(([id, thing]) => [
    id,
    ...shows.map((field) => wordOf(thing[field])),
    [thing.title, thing.state === "planned" ? dim("(planned)") : ""].filter(Boolean).join(" "),
  ]);
  const text = rows.length === 0 ? dim(`No ${noun} is drawn.`) : `${count(rows.length, noun, many)}\n${columns(rows)}`;
  return session.say({ [spec.collection]: things }, text);
}

function thingsOf({ document }: Opened, collection: ThingSpec["collection"]): Readonly<Record<string, Thing>> {
  if (collection === "attackers") return document.model.attackers ?? {};
  const laid = effective(document);
  const map = collection === "entry-points" ? laid.entryPoints : laid[collection];
  return Object.fromEntries([...map].map(([id, { value }]) => [id, value as Thing]));
}

/** A field in a table: a question mark where nothing is said, a dash for the empty list. */
function wordOf(value: unknown): string {
  if (value === undefined) return "?";
  return Array.isArray(value) ? value.join(", ") || "–" : String(value);
}
