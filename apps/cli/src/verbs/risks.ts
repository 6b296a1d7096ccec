// risks: the backlog in four tiers, with owners, due dates and quick wins.
import { type Threat, threatsOf, tiers } from "@parapet/core";
import type { Command } from "commander";
import { bold, count, dim, hanging, risk, tierMark } from "../print/style.ts";
import { askedRisk } from "../print/summary.ts";
import { isUnsettled, matching, queryOf, strangers, withQuery } from "../query.ts";
import { limitOption, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    withQuery(command)
      .option("--quick-wins", "those that fall far for a small effort")
      .option("--unowned", "those without an owner or a due date")
      .option("--asked", "also what is asked")
      .option("--limit <n>", "how many to print per tier (default 10)")
      .addHelpText("after", "\nExample:\n  parapet risks --tier critical,high --unowned"),
  run: async (session, _args, options: Options) => {
    const limit = limitOption(options, 10);
    if (!limit.ok) return session.fail(limit.problems);
    const query = queryOf(options);
    if (!query.ok) return session.fail(query.problems);
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const analysis = opened.value.analysis();
    const strange = strangers(query.value, analysis, opened.value.knowledge);
    if (strange.length > 0) return session.fail(strange);
    const { summary } = analysis;
    const asked = options.asked === true || query.value?.finding?.includes("asked") === true;
    const backlog = (query.value ? matching(analysis, query.value) : threatsOf(analysis)).filter(
      (threat) =>
        (isUnsettled(threat) || threat.status === "claimed") &&
        (asked || threat.finding !== "asked") &&
        (options.quickWins !== true || threat.quickWin === true) &&
        (options.unowned !== true || !(threat.owner && threat.due)),
    );
    const byTier = tiers.map((tier) => ({
      tier,
      threats: backlog.filter((threat) => threat.tier === tier).sort((a, b) => b.current - a.current),
    }));
    const beside = `${count(summary.open, "threat")} open (risk ${risk(summary.openRisk)}) beside ${summary.asked} asked (risk ${risk(askedRisk(analysis))})${summary.claimed > 0 ? ` and ${summary.claimed} claimed on somebody's word` : ""}`;
    const text = [
      beside,
      ...byTier
        .filter(({ threats }) => threats.length > 0)
        .flatMap(({ tier, threats }) => ["", ...tierLines(tier, threats, limit.value)]),
    ].join("\n");
    return session.say({ summary, tiers: byTier }, text);
  },
};

function tierLines(tier: Threat["tier"], threats: readonly Threat[], most: number): readonly string[] {
  const total = threats.reduce((sum, threat) => sum + threat.current, 0);
  const more = threats.length > most ? [dim(`  and ${threats.length - most} more (--limit ${threats.length})`)] : [];
  return [
    `${tierMark[tier]} ${bold(tier)}: ${count(threats.length, "threat")}, risk ${risk(total)}`,
    ...threats.slice(0, most).map(line),
    ...more,
  ];
}

function line(threat: Threat): string {
  const who = threat.owner ? `${threat.owner}${threat.due ? `, due ${threat.due}` : ", no date"}` : "nobody's";
  const falls = threat.target < threat.current ? ` → ${risk(threat.target)}` : "";
  const win = threat.quickWin ? " · quick win" : "";
  return `${hanging("  ", 4, threat.title)}\n${dim(hanging("    ", 4, `${threat.id} · ${threat.status} · risk ${risk(threat.current)}${falls} · ${who}${win}`))}`;
}
