// assume: lists assumptions; writes an assumption down with what rests on it; gives it an owner; challenges, confirms or refutes it.
import { type CommandCall, fail, isId, nameOfPerson, ok, problem, type Result } from "@parapet/core";
import type { Command } from "commander";
import { dim, hanging } from "../print/style.ts";
import type { Opened, Session } from "../session.ts";
import { collect, collectText, type ExitCode, given, listOption, type Options, type Verb } from "../verb.ts";

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
      .option("--threat <threats...>", "a threat written down by hand that rests on it", collect)
      .option("--unlink <threats...>", "a threat that rests on it no longer", collect)
      .option("--kind <kind>", "platform, process, people, third-party, design, scope")
      .option("--owner <person>", "who answers for it")
      .option("--review <date>", "when it is looked at again")
      .option("--id <id>", "its short id (default: made from the sentence)")
      .option("--challenge", "doubt it: what rests on it becomes unknown, or is open again")
      .option("--confirm", "it holds, until its review date")
      .option("--refute", "it does not hold")
      .option("--why <text>", "what speaks for or against it")
      .addHelpText(
        "after",
        "\nExamples:\n  parapet assume 'Staff laptops are managed' --fact support-desk.device-managed=yes\n  parapet assume managed-laptops --threat by-hand-lost-laptop@support-desk\n  parapet assume managed-laptops --owner it --review 2027-06-01\n  parapet assume managed-laptops --refute --why 'Two were found unmanaged'",
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
  const linked = linking(id, options);
  if (!chosen && linked.length > 0)
    return ok([...linked, ...(Object.keys(own).length > 0 ? [{ name: "own-assumption", input: { id, ...own } }] : [])]);
  if (!chosen) return ok([{ name: "own-assumption", input: { id, ...own } }]);
  const review = chosen[0] === "confirm" ? given(options, ["review"]) : {};
  const owner = given(options, ["owner"]);
  return ok([
    ...linked,
    ...(owner.owner ? [{ name: "own-assumption", input: { id, ...owner } }] : []),
    { name: chosen[1], input: { id, ...why, ...review } },
  ]);
}

/** What says which threats rest on it, and which no longer do. */
function linking(id: string, options: Options): readonly CommandCall[] {
  return (
    [
      ["threat", "link-assumption"],
      ["unlink", "unlink-assumption"],
    ] as const
  ).flatMap(([option, name]) => {
    const threats = listOption(options, option);
    return threats.length === 0 ? [] : [{ name, input: { id, threats } }];
  });
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
  const threats = listOption(options, "threat");
  const input = {
    text,
    ...given(options, ["kind", "owner", "review", "id"]),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(threats.length > 0 ? { threats } : {}),
  };
  return ok([{ name: "add-assumption", input }]);
}

function list(session: Session, { document }: Opened): ExitCode {
  const assumptions = document.model.assumptions ?? {};
  const entries = Object.entries(assumptions).map(([id, { text, state, owner, review, threats = [] }]) =>
    [
      hanging("", 2, text),
      dim(
        hanging(
          "  ",
          4,
          `${id} · ${state ?? "holds"} · ${owner === undefined ? "nobody's" : nameOfPerson(document, owner)} · review ${review ?? "not set"}`,
        ),
      ),
      ...threats.map((threat) => dim(hanging("  ", 4, `rests on it: ${threat}`))),
    ].join("\n"),
  );
  return session.say({ assumptions }, entries.length === 0 ? dim("Nothing is assumed.") : entries.join("\n"));
}
