// set: sets or takes away one field of one thing.
import { fail, ok, problem, type Result } from "@parapet/core";
import type { Command } from "commander";
import { given, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .usage("THING FIELD VALUE | THING FIELD --unset [options]")
      .argument("<thing>", "an element, flow, zone, entry point, feature, role, attacker … by its id")
      .argument("<field>", "the field, as model.yaml calls it; access.ROLE for one role of an entry point")
      .argument("[value]", "its new value; a list with commas, none for an empty one; or JSON")
      .option("--unset", "take the field away: it is not said any more")
      .option("--of <collection>", "where it is, when a role, person, attacker or feature shares its id with a thing")
      .addHelpText(
        "after",
        "\nExamples:\n  parapet set orders-db zone inside\n  parapet set save carries order,customer\n  parapet set place-order access.support no\n  parapet set save protocol --unset",
      ),
  run: (session, [id = "", field = "", text], options: Options) => {
    const value = valueOf(text, options.unset === true);
    if (!value.ok) return Promise.resolve(session.fail(value.problems));
    const input = { id, field, ...given(options, ["of"]), ...(text === undefined ? {} : { value: value.value }) };
    const title = text === undefined ? `Took ${field} of ${id} away` : `Set ${field} of ${id}: ${text}`;
    return session.change(title, [{ name: "set-field", input }]);
  },
};

/** A value as it was typed: JSON where it begins like a list or an object, else text. */
function valueOf(text: string | undefined, unset: boolean): Result<unknown> {
  if (unset !== (text === undefined))
    return fail(
      problem(
        "bad-argument",
        unset ? "A value is given, and --unset too." : "No value is given.",
        "Give the value, or --unset to take the field away.",
      ),
    );
  if (text === undefined || !/^[[{]/.test(text)) return ok(text);
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const say = `That value begins like JSON and is none: ${(error as Error).message}.`;
    return fail(problem("bad-argument", say, 'Write a list as ["a","b"] or a,b.'));
  }
}
