// risks: the backlog in four tiers, with owners, due dates and quick wins.
import {
  type Document,
  nameOfPerson,
  type SharedRecord,
  type ThreatList,
  type Tier,
  threatAt,
  threatListOf,
  tiers,
} from "@parapet/core";
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
    const list = threatListOf(analysis);
    const named = query.value && new Set(matching(analysis, query.value).map(({ id }) => id));
    const backlog = list
      .where(
        (shared) =>
          (isUnsettled(shared) || shared.status === "claimed") &&
          (asked || shared.finding !== "asked") &&
          (options.quickWins !== true || shared.quickWin === true) &&
          (options.unowned !== true || !(shared.owner && shared.due)),
      )
      .filter((at) => named === undefined || named.has(list.id(at)));
    const risky = (at: number): number => list.shared(at).current;
    const byTier = tiers.map((tier) => ({
      tier,
      places: backlog.filter((at) => list.shared(at).tier === tier).sort((a, b) => risky(b) - risky(a)),
    }));
    const beside = `${count(summary.open, "threat")} open (risk ${risk(summary.openRisk)}) beside ${summary.asked} asked (risk ${risk(askedRisk(analysis))})${summary.claimed > 0 ? ` and ${summary.claimed} claimed on somebody's word` : ""}`;
    const text = [
      beside,
      ...byTier
        .filter(({ places }) => places.length > 0)
        .flatMap(({ tier, places }) => [
          "",
          ...tierLines({ document: opened.value.document, list, most: limit.value }, tier, places),
        ]),
    ].join("\n");
    const whole = (places: readonly number[]) => places.map((at) => threatAt(analysis, at));
    const data = session.json ? byTier.map(({ tier, places }) => ({ tier, threats: whole(places) })) : [];
    return session.say({ summary, tiers: data }, text);
  },
};

interface Listing {
  readonly document: Document;
  readonly list: ThreatList;
  readonly most: number;
}

function tierLines({ document, list, most }: Listing, tier: Tier, places: readonly number[]): readonly string[] {
  const total = places.reduce((sum, at) => sum + list.shared(at).current, 0);
  const more = places.length > most ? [dim(`  and ${places.length - most} more (--limit ${places.length})`)] : [];
  return [
    `${tierMark[tier]} ${bold(tier)}: ${count(places.length, "threat")}, risk ${risk(total)}`,
    ...places.slice(0, most).map((at) => line(document, list.id(at), list.title(at), list.shared(at))),
    ...more,
  ];
}

function line(document: Document, id: string, title: string, shared: SharedRecord): string {
  const { current, due, owner, quickWin, status, target = current } = shared;
  const who = owner ? `${nameOfPerson(document, owner)}${due ? `, due ${due}` : ", no date"}` : "nobody's";
  const falls = target < current ? ` → ${risk(target)}` : "";
  const win = quickWin ? " · quick win" : "";
  return `${hanging("  ", 4, title)}\n${dim(hanging("    ", 4, `${id} · ${status} · risk ${risk(current)}${falls} · ${who}${win}`))}`;
}
