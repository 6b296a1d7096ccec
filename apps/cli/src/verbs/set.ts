// set: sets or takes away one field of one thing, or of several at once.
import { type CommandCall, fail, ok, problem, type Result } from "@parapet/core";
import type { Command } from "commander";
import { given, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .usage("THING[,THING …] FIELD VALUE | THING[,THING …] FIELD --unset [options]")
      .argument(
        "<thing>",
        "an element, flow, zone, entry point, feature, role, attacker … by its id; several with commas",
      )
      .argument("<field>", "the field, as model.yaml calls it; access.ROLE for one role of an entry point")
      .argument("[value]", "its new value; a list with commas, none for an empty one; or JSON")
      .option("--unset", "take the field away: it is not said any more")
      .option("--of <collection>", "where it is, when a role, person, attacker or feature shares its id with a thing")
      .addHelpText(
        "after",
        "\nExamples:\n  parapet set orders-db zone inside\n  parapet set save carries order,customer\n  parapet set place-order access.support no\n  parapet set save protocol --unset\n  parapet set web,worker zone cluster",
      ),
  run: (session, [id = "", field = "", text], options: Options) => {
    const value = valueOf(text, options.unset === true);
    if (!value.ok) return Promise.resolve(session.fail(value.problems));
    const input = { id, field, ...given(options, ["of"]), ...(text === undefined ? {} : { value: value.value }) };
    const several = id.split(",").filter((one) => one !== "");
    if (several.length > 1)
      return session.change(titleOf(several.join(", "), field, text), [bulk(several, field, value.value)]);
    return session.change(titleOf(id, field, text), [{ name: "set-field", input }]);
  },
};

/** One value for several things; without one the field is taken away where it is said. */
function bulk(ids: readonly string[], field: string, value: unknown): CommandCall {
  return { name: "set-fields", input: { ids, field, value: value ?? null } };
}

function titleOf(id: string, field: string, text: string | undefined): string {
  return text === undefined ? `Took ${field} of ${id} away` : `Set ${field} of ${id}: ${text}`;
}

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
