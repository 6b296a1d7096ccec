// assume: lists assumptions; writes an assumption down with the facts that rest on it; gives it an owner; challenges, confirms or refutes it.
import { type CommandCall, fail, isId, ok, problem, type Result } from "@parapet/core";
import type { Command } from "commander";
import { dim, hanging } from "../print/style.ts";
import type { Opened, Session } from "../session.ts";
import { collectText, type ExitCode, given, listOption, type Options, type Verb } from "../verb.ts";

const verdicts = [
  ["challenge", "challenge-assumption", "Challenged"],
  ["confirm", "confirm-assumption", "Confirmed"],
  ["refute", "refute-assumption", "Refuted"],
] as const;

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("[assumption]", "a sentence to write down, or the id of an assumption; none lists all")
      .option("--fact <thing.fact=value>", "a fact that rests on it", collectText)
      .option("--kind <kind>", "platform, process, people, third-party, design, scope")
      .option("--owner <person>", "who answers for it")
      .option("--review <date>", "when it is looked at again")
      .option("--id <id>", "its short id (default: made from the sentence)")
      .option("--challenge", "doubt it: what rests on it becomes unknown")
      .option("--confirm", "it holds, until its review date")
      .option("--refute", "it does not hold")
      .option("--why <text>", "what speaks for or against it")
      .addHelpText(
        "after",
        "\nExamples:\n  parapet assume 'Staff laptops are managed' --fact support-desk.device-managed=yes\n  parapet assume managed-laptops --owner it --review 2027-06-01\n  parapet assume managed-laptops --refute --why 'Two were found unmanaged'",
      ),
  run: async (session, [what], options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    if (what === undefined) return list(session, opened.value);
    const known = Object.hasOwn(opened.value.document.model.assumptions ?? {}, what) || isId(what);
    const chosen = verdicts.filter(([flag]) => options[flag] === true);
    if (chosen.length > 1)
      return session.fail([
        problem(
          "bad-argument",
          "An assumption is challenged, confirmed or refuted, not several at once.",
          "Give one of the three.",
        ),
      ]);
    const calls = known ? existing(what, chosen[0], options) : written(what, options);
    if (!calls.ok) return session.fail(calls.problems);
    const title = known ? `${chosen[0]?.[2] ?? "Changed"} the assumption ${what}` : "Wrote an assumption down";
    return session.changeOpened(opened.value, title, calls.value);
  },
};

function existing(
  id: string,
  chosen: (typeof verdicts)[number] | undefined,
  options: Options,
): Result<readonly CommandCall[]> {
  const own = given(options, ["owner", "review"]);
  const why = given(options, ["why"]);
  if (!chosen) return ok([{ name: "own-assumption", input: { id, ...own } }]);
  const review = chosen[0] === "confirm" ? given(options, ["review"]) : {};
  const owner = given(options, ["owner"]);
  return ok([
    ...(owner.owner ? [{ name: "own-assumption", input: { id, ...owner } }] : []),
    { name: chosen[1], input: { id, ...why, ...review } },
  ]);
}

function written(text: string, options: Options): Result<readonly CommandCall[]> {
  const facts: Record<string, Record<string, string>> = {};
  for (const stated of listOption(options, "fact")) {
    const match = /^([a-z][a-z0-9-]*)\.([a-z][a-z0-9-]*)=([a-z0-9-]+)$/.exec(stated);
    if (!match)
      return fail(
        problem("bad-argument", `"${stated}" states no fact.`, "Write it as thing.fact=yes, or model.fact=yes."),
      );
    const [, thing = "", fact = "", value = ""] = match;
    facts[thing] = { ...facts[thing], [fact]: value };
  }
  const input = {
    text,
    ...given(options, ["kind", "owner", "review", "id"]),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
  };
  return ok([{ name: "add-assumption", input }]);
}

function list(session: Session, { document }: Opened): ExitCode {
  const assumptions = document.model.assumptions ?? {};
  const entries = Object.entries(assumptions).map(([id, { text, state, owner, review }]) =>
    [
      hanging("", 2, text),
      dim(hanging("  ", 4, `${id} · ${state ?? "holds"} · ${owner ?? "nobody's"} · review ${review ?? "not set"}`)),
    ].join("\n"),
  );
  return session.say({ assumptions }, entries.length === 0 ? dim("Nothing is assumed.") : entries.join("\n"));
}
