// feature: plans a feature with what it adds and changes; says when it is built; without a name lists them.
import { isId } from "@parapet/core";
import type { Command } from "commander";
import { columns, dim } from "../print/style.ts";
import type { Opened, Session } from "../session.ts";
import { collect, type ExitCode, given, listOption, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("[feature]", "its title, or the id of a feature")
      .option("--adds <ids>", "planned things that come with it", collect)
      .option("--changes <ids>", "things that it changes", collect)
      .option("--ticket <ticket>", "the ticket that asks for it")
      .option("--why <text>", "why it is wanted")
      .option("--description <text>", "what it does")
      .option("--id <id>", "its short id (default: made from the title)")
      .option("--built", "it is built now: what it adds is part of the system")
      .addHelpText(
        "after",
        "\nExample:\n  parapet feature 'Save a card' --adds card-vault --changes checkout-api --ticket SHOP-412",
      ),
  run: async (session, [what], options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    if (what === undefined) return list(session, opened.value);
    const features = opened.value.document.model.features ?? {};
    const said = given(options, ["ticket", "why", "description"]);
    const adds = listOption(options, "adds");
    const changes = listOption(options, "changes");
    const sets = { ...(adds.length > 0 ? { adds } : {}), ...(changes.length > 0 ? { changes } : {}) };
    const known = features[what];
    if (!known) {
      const named = isId(what) && options.built === true ? { id: what } : { title: what };
      return session.changeOpened(opened.value, `Planned the feature ${what}`, [
        { name: "plan-feature", input: { ...named, ...given(options, ["id"]), ...said, ...sets } },
      ]);
    }
    const merged = {
      ...(adds.length > 0 ? { adds: [...new Set([...(known.adds ?? []), ...adds])] } : {}),
      ...(changes.length > 0 ? { changes: [...new Set([...(known.changes ?? []), ...changes])] } : {}),
    };
    const fields: Readonly<Record<string, unknown>> = {
      ...said,
      ...merged,
      ...(options.built === true ? { state: "built" } : {}),
    };
    const built =
      options.built === true
        ? (known.adds ?? []).map((id) => ({ name: "set-field", input: { id, field: "state", value: "built" } }))
        : [];
    const calls = Object.entries(fields).map(([field, value]) => ({
      name: "set-field",
      input: { id: what, of: "features", field, value },
    }));
    return session.changeOpened(
      opened.value,
      options.built === true ? `Built the feature ${what}` : `Changed the feature ${what}`,
      [...calls, ...built],
    );
  },
};

function list(session: Session, { document }: Opened): ExitCode {
  const features = document.model.features ?? {};
  const rows = Object.entries(features).map(([id, feature]) => [
    id,
    feature.state ?? "built",
    feature.ticket ?? "",
    feature.title ?? id,
  ]);
  return session.say({ features }, rows.length === 0 ? dim("No feature is planned.") : columns(rows));
}
