// participant: lists who takes part, names a person who does, or says more of one who is named already.
import { isId } from "@parapet/core";
import type { Command } from "commander";
import { columns, dim } from "../print/style.ts";
import type { Opened, Session } from "../session.ts";
import { type ExitCode, given, type Options, type Verb } from "../verb.ts";

const fields = ["name", "team", "job", "email"] as const;

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("[name]", "the person's short id, or name; none lists all")
      .option("--name <name>", "the person's name")
      .option("--team <team>", "the team that the person belongs to")
      .option("--job <job>", "engineer, architect, security, operations, product, data-protection, management")
      .option("--senior", "a senior of that team")
      .option("--no-senior", "not a senior of that team")
      .option("--email <address>", "the address that commits carry")
      .addHelpText("after", "\nExample:\n  parapet participant ann --team payments --job engineer --senior"),
  run: async (session, [who], options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    if (who === undefined) return list(session, opened.value);
    const said = {
      ...given(options, fields),
      ...(typeof options.senior === "boolean" ? { senior: options.senior ? "yes" : "no" } : {}),
    };
    const people = opened.value.document.model.participants ?? {};
    const known = Object.hasOwn(people, who) ? who : Object.keys(people).find((key) => people[key]?.name === who);
    if (known === undefined) {
      const named = isId(who) ? { id: who, ...said } : { ...said, name: who };
      return session.changeOpened(opened.value, `${who} takes part`, [{ name: "add-participant", input: named }]);
    }
    const calls = Object.entries(said).map(([field, value]) => ({
      name: "set-field",
      input: { id: known, of: "participants", field, value },
    }));
    return session.changeOpened(opened.value, `Changed what is said of ${known}`, calls);
  },
};

function list(session: Session, { document }: Opened): ExitCode {
  const participants = document.model.participants ?? {};
  const rows = Object.entries(participants).map(([id, { name, team, job, senior }]) => [
    id,
    name ?? "",
    team ?? dim("no team"),
    `${senior === "yes" ? "senior " : ""}${job ?? dim("no job")}`,
  ]);
  return session.say({ participants }, rows.length === 0 ? dim("Nobody takes part yet.") : columns(rows));
}
