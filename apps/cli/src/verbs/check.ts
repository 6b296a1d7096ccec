// check: the gates. Exit code 1 when one fails; --start records today's debt, --against fails only on what a change adds or worsens.
import {
  analyse,
  type Document,
  debtEntry,
  type GateView,
  ok,
  type Result,
  type Revision,
  type WorsenedGate,
  worsened,
} from "@parapet/core";
import type { Command } from "commander";
import { acceptanceHistory, documentAt } from "../history.ts";
import { bold, count, dim, hanging, paint } from "../print/style.ts";
import type { Opened, Session } from "../session.ts";
import { type ExitCode, type Options, textOption, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .option("--start", "record what fails today as debt; once recorded, it may only shrink")
      .option("--against <revision>", "fail only on what was added or made worse since this git revision")
      .addHelpText(
        "after",
        "\nExample:\n  parapet check --against origin/main\nExit code: 0 the gates hold, 1 one fails, 2 something is wrong with the call or the model.",
      ),
  run: async (session, _args, options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    if (options.start === true) return start(session, opened.value);
    const revision = textOption(options, "against");
    if (revision !== undefined) return against(session, opened.value, revision);
    const { gates, now, acceptances } = opened.value.analysis({ history: acceptanceHistory(opened.value) });
    const whyOf = new Map(acceptances.flatMap(({ threat, because }) => (because ? [[threat, because] as const] : [])));
    const failed = gates.filter(({ holds }) => !holds);
    const text = [
      ...gates.map((gate) => gateLines(gate, gate.id === "acceptances" ? whyOf : undefined)),
      "",
      failed.length === 0 ? "All gates hold." : `${count(failed.length, "gate")} of ${gates.length} failed.`,
    ].join("\n");
    session.say({ holds: failed.length === 0, now, gates }, text);
    return failed.length === 0 ? 0 : 1;
  },
};

function gateLines({ holds, id, why, failing }: GateView, whyOf?: ReadonlyMap<string, string>): string {
  const mark = holds ? paint("green", "✓") : paint("red", "✗");
  const shown = failing
    .slice(0, 10)
    .map((item) => hanging("    ", 6, `${item}${whyOf?.has(item) ? `: ${whyOf.get(item)}` : ""}`));
  const more = failing.length > 10 ? [dim(`    and ${failing.length - 10} more (--json lists all)`)] : [];
  return [
    hanging(`${mark} `, 2, `${bold(id)}: ${why}${holds ? "" : ` — ${count(failing.length, "item")} failed`}`),
    ...shown,
    ...more,
  ].join("\n");
}

/** Records what fails today; with debt already recorded, only what of it still fails as it did then stays. */
async function start(session: Session, opened: Opened): Promise<ExitCode> {
  const { debt } = opened.document;
  const now = session.now();
  if (!now.ok) return session.fail(now.problems);
  const { gates } = opened.analysis({ history: acceptanceHistory(opened) });
  const entries = (gate: GateView): readonly string[] =>
    debt ? (gate.debt ?? []) : gate.failing.map((item) => debtEntry(gate, item));
  const failing = Object.fromEntries(gates.map((gate) => [gate.id, entries(gate)]));
  const total = Object.values(failing).reduce((sum, items) => sum + items.length, 0);
  if (debt === undefined && total === 0)
    return session.say({ changes: 0 }, "Nothing fails: there is no debt to record.");
  const title = debt
    ? `Debt of ${debt.recorded}: ${count(total, "item")} left`
    : `Recorded ${count(total, "item")} of debt`;
  return session.changeOpened(opened, title, [{ name: "record-debt", input: { gates: failing } }]);
}

async function against(session: Session, opened: Opened, revision: string): Promise<ExitCode> {
  const compared = comparison(session, opened, revision);
  if (!compared.ok) return session.fail(compared.problems);
  const { gates, fresh } = compared.value;
  const items = gates.reduce((sum, gate) => sum + gate.items.length, 0);
  const head = fresh ? [`There was no threat model at ${revision}: everything is new.`, ""] : [];
  const text = [
    ...head,
    ...gates.map(worsenedLines),
    items === 0
      ? `No gate fails on what was added or made worse since ${revision}.`
      : `${count(items, "item")} added or made worse since ${revision}, on which gates fail.`,
  ].join("\n");
  session.say({ holds: items === 0, against: revision, gates }, text);
  return items === 0 ? 0 : 1;
}

interface Comparison {
  readonly gates: readonly WorsenedGate[];
  readonly fresh: boolean;
}

/**
 * Both sides by the knowledge that is installed, today, without the debt that covers what is old anyway, and by the people and the
 * policy of the earlier revision: a change cannot grant itself what it needs.
 */
function comparison(session: Session, opened: Opened, revision: string): Result<Comparison> {
  const base = documentAt(opened, revision);
  if (!base.ok) return base;
  const now = session.now();
  if (!now.ok) return now;
  const history = acceptanceHistory(opened);
  const look = (document: Document): Revision => ({
    document,
    analysis: analyse(document, opened.knowledge, { now: now.value, history }),
  });
  const { parapet, system } = opened.document.model;
  const before = base.value ?? { model: { parapet, system } };
  const rules = base.value ?? opened.document;
  return ok({
    gates: worsened(look(heldTo(before, rules)), look(heldTo(opened.document, rules))),
    fresh: base.value === undefined,
  });
}

/** The document without debt, by the people and the policy of another. */
function heldTo({ people: _people, policy: _policy, debt: _debt, ...rest }: Document, rules: Document): Document {
  return {
    ...rest,
    ...(rules.people ? { people: rules.people } : {}),
    ...(rules.policy ? { policy: rules.policy } : {}),
  };
}

function worsenedLines({ gate, why, items }: WorsenedGate): string {
  const shown = items.slice(0, 20).map(({ say }) => hanging("    ", 6, say));
  const more = items.length > 20 ? [dim(`    and ${items.length - 20} more (--json lists all)`)] : [];
  return [hanging(`${paint("red", "✗")} `, 2, `${bold(gate)}: ${why}`), ...shown, ...more, ""].join("\n");
}
