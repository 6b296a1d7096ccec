// score: shows a threat's score with its reasons; confirms proposed scores; changes factors, each with its reason.
import {
  type CommandCall,
  fail,
  methodOf,
  ok,
  problem,
  type Result,
  scoringMethods,
  type Threat,
  threatsOf,
} from "@parapet/core";
import type { Command } from "commander";
import { scoreLines } from "../print/score.ts";
import { count } from "../print/style.ts";
import { chosen, isUnsettled, withQuery } from "../query.ts";
import type { Opened, Session } from "../session.ts";
import { collectText, type ExitCode, listOption, type Options, textOption, type Verb } from "../verb.ts";

const factorNames = [...new Set(scoringMethods.flatMap((method) => method.factors.map((factor) => factor.id)))];

export const verb: Verb = {
  configure: (command: Command) => {
    withQuery(command.argument("[threats...]", "threats by id, or a query"))
      .option("--confirm", "the proposed scores are right")
      .option("--reason <factor=text>", "why a factor changes; needed for each", collectText)
      .option("--method <method>", "make this the method of record: dread or matrix");
    for (const name of factorNames) command.option(`--${name} <value>`, `${name} from 0 to 10`);
    return command.addHelpText(
      "after",
      "\nExamples:\n  parapet score --tier critical,high --confirm\n  parapet score clear-text-flow@save-order --damage 7 --reason damage='Order lines, no card numbers'",
    );
  },
  run: async (session, ids, options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const method = textOption(options, "method");
    if (method !== undefined)
      return session.changeOpened(opened.value, `The method of record is ${method}`, [
        { name: "set-method", input: { method } },
      ]);
    const confirm = options.confirm === true;
    const factors = factorsOf(options);
    if (!factors.ok) return session.fail(factors.problems);
    const changes = Object.keys(factors.value).length > 0 || listOption(options, "reason").length > 0;
    if (confirm && changes)
      return session.fail([
        problem(
          "bad-argument",
          "A score is confirmed or changed, not both.",
          "Give --confirm, or the factors that change.",
        ),
      ]);
    const open = (threat: Threat): boolean =>
      isUnsettled(threat) && (!confirm || threat.score.proposed || threat.score.rescore === true);
    const threats = chosen(opened.value.analysis(), ids, options, open);
    if (!threats.ok) return session.fail(threats.problems);
    if (confirm) return confirmScores(session, opened.value, threats.value);
    const many = threats.value.length === 1 ? (threats.value[0] as string) : count(threats.value.length, "threat");
    if (!changes) return show(session, opened.value, threats.value);
    const reasons = reasonsOf(options);
    if (!reasons.ok) return session.fail(reasons.problems);
    const calls: readonly CommandCall[] = threats.value.map((threat) => ({
      name: "change-score",
      input: { threat, factors: factors.value, reasons: reasons.value },
    }));
    return session.changeOpened(opened.value, `Changed the score of ${many}`, calls);
  },
};

function factorsOf(options: Options): Result<Readonly<Record<string, number>>> {
  const factors: Record<string, number> = {};
  for (const name of factorNames) {
    const text = textOption(options, name);
    if (text === undefined) continue;
    if (!/^\d+(\.\d+)?$/.test(text))
      return fail(problem("bad-argument", `--${name} ${text} is no value of a factor.`, "Give a number from 0 to 10."));
    factors[name] = Number(text);
  }
  return ok(factors);
}

function reasonsOf(options: Options): Result<Readonly<Record<string, string>>> {
  const reasons: Record<string, string> = {};
  for (const said of listOption(options, "reason")) {
    const at = said.indexOf("=");
    if (at <= 0)
      return fail(problem("bad-argument", `"${said}" names no factor.`, "Write it as --reason damage='why'."));
    reasons[said.slice(0, at)] = said.slice(at + 1);
  }
  return ok(reasons);
}

function show(session: Session, { analysis, document }: Opened, ids: readonly string[]): ExitCode {
  const threats = new Map(threatsOf(analysis()).map((threat) => [threat.id, threat]));
  const missing = ids.filter((id) => !threats.has(id));
  if (missing.length > 0)
    return session.fail(
      missing.map((id) => problem("dangling-reference", `There is no threat ${id}.`, "See parapet threats.")),
    );
  const shown = ids.map((id) => threats.get(id) as Threat);
  const method = methodOf(document.model.method);
  return session.say(
    {
      scores: shown.map(({ id, tier, likelihood, impact, inherent, current, target, score }) => ({
        id,
        tier,
        likelihood,
        impact,
        inherent,
        current,
        target,
        score,
      })),
    },
    shown.map((threat) => scoreLines(threat, method).join("\n")).join("\n\n"),
  );
}

/** Confirms what is still proposed and says how many were confirmed before; the command itself refuses those. */
function confirmScores(session: Session, opened: Opened, ids: readonly string[]): ReturnType<Verb["run"]> {
  const threats = new Map(threatsOf(opened.analysis()).map((threat) => [threat.id, threat]));
  const pending = ids.filter((id) => {
    const score = threats.get(id)?.score;
    return score === undefined || score.proposed || score.rescore === true;
  });
  const before = ids.length - pending.length;
  // Nothing left to confirm is refused by the command, which says why.
  const chosenNow = pending.length > 0 ? pending : ids;
  const many = pending.length === 1 ? (pending[0] as string) : count(pending.length, "threat");
  const skipped = before > 0 ? `; ${before} confirmed already` : "";
  return session.changeOpened(opened, `Confirmed the score of ${many}${skipped}`, [
    { name: "confirm-score", input: { threats: chosenNow } },
  ]);
}
