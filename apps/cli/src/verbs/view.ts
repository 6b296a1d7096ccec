// view: views of the diagram: lists them, adds, changes or removes one.
import { isId, problem } from "@parapet/core";
import type { Command } from "commander";
import { columns, dim } from "../print/style.ts";
import type { Opened, Session } from "../session.ts";
import { collect, type ExitCode, given, listOption, type Options, type Verb } from "../verb.ts";

const lists = ["zones", "elements", "flows"] as const;

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .usage("[list] | add TITLE [options] | set VIEW [options] | remove VIEW")
      .argument("[action]", "list, add, set or remove", "list")
      .argument("[view]", "add: what it is called; set and remove: its id")
      .option("--title <text>", "set: what it is called")
      .option("--zones <ids>", "zones that it shows, with what lies in them", collect)
      .option("--elements <ids>", "elements that it shows", collect)
      .option("--flows <ids>", "flows that it shows, with their ends", collect)
      .option("--feature <feature>", "it shows what this feature adds and changes")
      .option("--hides <ids>", "what it leaves out", collect)
      .option("--whole", "set: it shows the whole diagram")
      .option("--id <id>", "add: its short id (default: made from the title)")
      .addHelpText("after", "\nExample:\n  parapet view add 'Payment path' --elements checkout-api,payment-provider"),
  run: async (session, [action = "list", view], options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    if (action === "list") return list(session, opened.value);
    if (!["add", "set", "remove"].includes(action) || view === undefined)
      return session.fail([problem("bad-argument", "No view is named, or nothing to do.", "See --help for examples.")]);
    if (action === "remove")
      return session.changeOpened(opened.value, `Removed the view ${view}`, [
        { name: "remove-view", input: { id: view } },
      ]);
    const said = saidOf(options);
    if (action === "add") {
      const title = isId(view) && options.id === undefined ? { id: view, title: view } : { title: view };
      return session.changeOpened(opened.value, `Added the view ${view}`, [
        { name: "add-view", input: { ...title, ...given(options, ["id"]), ...said } },
      ]);
    }
    const whole = options.whole === true ? { whole: true } : {};
    return session.changeOpened(opened.value, `Changed the view ${view}`, [
      { name: "set-view", input: { id: view, ...given(options, ["title"]), ...said, ...whole } },
    ]);
  },
};

function saidOf(options: Options): object {
  const shows = {
    ...Object.fromEntries(
      lists.flatMap((name) => (options[name] === undefined ? [] : [[name, listOption(options, name)]])),
    ),
    ...given(options, ["feature"]),
  };
  return {
    ...(Object.keys(shows).length > 0 ? { shows } : {}),
    ...(options.hides === undefined ? {} : { hides: listOption(options, "hides") }),
  };
}

function list(session: Session, { document }: Opened): ExitCode {
  const views = document.diagram?.views ?? {};
  const rows = Object.entries(views).map(([id, { title, shows, hides }]) => [
    id,
    title,
    [
      ...(shows ? [] : ["everything"]),
      ...lists.flatMap((name) => shows?.[name] ?? []),
      ...(shows?.feature ? [`what ${shows.feature} touches`] : []),
    ].join(", "),
    hides?.length ? dim(`without ${hides.join(", ")}`) : "",
  ]);
  return session.say({ views }, rows.length === 0 ? dim("There is no view beside the whole diagram.") : columns(rows));
}
