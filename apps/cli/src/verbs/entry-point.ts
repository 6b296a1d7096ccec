// entry-point: lists the places where somebody can reach the system; adds one, with who may come in.
import { entryPointKinds, fail, ok, problem, type Result } from "@parapet/core";
import { thingVerb } from "../thing-verb.ts";
import { collect, listOption, type Options, textOption } from "../verb.ts";

export const verb = thingVerb({
  name: "entry-point",
  noun: "entry point",
  command: "add-entry-point",
  collection: "entry-points",
  options: [
    { field: "on", value: "element", say: "the element that offers it", required: true },
    { field: "kind", value: "kind", say: "what it is", choices: entryPointKinds, required: true },
    { field: "at", value: "place", say: "POST /orders, port 5432, topic orders …" },
    { field: "via", value: "flows", say: "the flows that arrive there", list: true },
    { field: "authentication", value: "id", say: "how a caller proves who they are: oidc, session, none …" },
    { field: "carries", value: "data", say: "the data that goes in", list: true },
    { field: "returns", value: "data", say: "the data that comes back", list: true },
  ],
  plannable: true,
  example: "parapet entry-point add place-order --on web --kind api --at 'POST /orders' --access customer=yes",
  shows: ["on", "kind", "authentication"],
  more: {
    configure: (command) =>
      command
        .option(
          "--access <role=access>",
          "who may come in: role=yes, role=no or role=when; asked for other roles",
          collect,
        )
        .option("--when <condition>", "the condition of those that may come in when it holds"),
    fields: accessField,
  },
});

/** --access customer=yes,support=when --when CONDITION, as the field `access`. */
function accessField(options: Options): Result<Readonly<Record<string, unknown>>> {
  const access: Record<string, unknown> = {};
  const when = textOption(options, "when");
  for (const said of listOption(options, "access")) {
    const match = /^([a-z][a-z0-9-]*)=(yes|no|when)$/.exec(said);
    if (!match)
      return fail(problem("bad-argument", `"${said}" says no access.`, "Write it as role=yes, role=no or role=when."));
    const [, role = "", word = ""] = match;
    if (word === "when" && when === undefined)
      return fail(problem("bad-argument", `No condition is given for ${role}.`, "Add --when CONDITION."));
    access[role] = word === "when" ? { when } : word;
  }
  return ok(Object.keys(access).length > 0 ? { access } : {});
}
