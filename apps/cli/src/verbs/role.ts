// role: lists or names a kind of access that somebody has to the system.
import type { Command } from "commander";
import { columns, dim } from "../print/style.ts";
import type { Session } from "../session.ts";
import { type ExitCode, given, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("[id]", "the role's short id, as access tables name it; none lists all")
      .option("--title <title>", "what it is called")
      .option("--description <text>", "who has it")
      .option("--privileged", "it can do what ordinary roles cannot")
      .addHelpText("after", "\nExample:\n  parapet role support --privileged"),
  run: (session, [id], options: Options) => {
    if (id === undefined) return list(session);
    const privileged = options.privileged === true ? { privileged: "yes" } : {};
    return session.change(`Added the role ${id}`, [
      { name: "add-role", input: { id, ...given(options, ["title", "description"]), ...privileged } },
    ]);
  },
};

async function list(session: Session): Promise<ExitCode> {
  const opened = await session.open();
  if (!opened.ok) return session.fail(opened.problems);
  const roles = { ...opened.value.document.observed?.roles, ...opened.value.document.model.roles };
  const rows = Object.entries(roles).map(([id, { title, privileged }]) => [
    id,
    privileged === "yes" ? "privileged" : "",
    title ?? "",
  ]);
  return session.say({ roles }, rows.length === 0 ? dim("No role is named.") : columns(rows));
}
