// threats: the threats in reading order, groups first, narrowed by a query or a saved view; saves the query as a view.
import { threatsOf } from "@parapet/core";
import type { Command } from "commander";
import { featureOption } from "../feature-option.ts";
import { bold, count, dim, risk } from "../print/style.ts";
import { grouped, groupLines } from "../print/threats.ts";
import { isUnsettled, matching, queryOf, strangers, withQuery } from "../query.ts";
import { keepView, queryInView } from "../threat-views.ts";
import { limitOption, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    withQuery(command)
      .option("--feature <id>", "with what this feature adds")
      .option("--view <view>", "as this saved view narrows them; none of its groups and order")
      .option("--views", "list the saved views")
      .option("--save <title>", "save the query as a view, for everybody who works on the model")
      .option("--forget <view>", "remove a saved view")
      .option("--all", "also those that are settled, and every one by itself")
      .option("--limit <n>", "how many entries to print (default 20)")
      .addHelpText("after", "\nExample:\n  parapet threats --tier critical,high --zone cluster"),
  run: async (session, _args, options: Options) => {
    const limit = limitOption(options, 20);
    if (!limit.ok) return session.fail(limit.problems);
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const keeping = await keepView(session, opened.value, options);
    if (keeping !== undefined) return keeping;
    const narrowing = queryInView(opened.value.document, options);
    if (!narrowing.ok) return session.fail(narrowing.problems);
    const query = queryOf(narrowing.value);
    if (!query.ok) return session.fail(query.problems);
    const feature = featureOption(opened.value, options);
    if (!feature.ok) return session.fail(feature.problems);
    const analysis = opened.value.analysis(feature.value);
    const strange = strangers(query.value, analysis, opened.value.knowledge);
    if (strange.length > 0) return session.fail(strange);
    const narrowed = query.value ? matching(analysis, query.value) : threatsOf(analysis);
    const explicit = options.all === true || query.value?.finding !== undefined || query.value?.status !== undefined;
    const threats = explicit
      ? narrowed
      : narrowed.filter((threat) => isUnsettled(threat) || threat.status === "claimed");
    const open = threats.filter((threat) => threat.finding === "open" && isUnsettled(threat));
    const asked = threats.filter((threat) => threat.finding === "asked" && isUnsettled(threat));
    const claimed = threats.filter((threat) => threat.status === "claimed").length;
    const settled = threats.length - open.length - asked.length - claimed;
    const others = `${claimed > 0 ? `, ${claimed} claimed, on somebody's word` : ""}${settled > 0 ? `, ${settled} settled` : ""}`;
    const sum = (list: typeof threats): number => list.reduce((total, threat) => total + threat.current, 0);
    const groups = options.all === true ? threats.map((threat) => ({ threats: [threat] })) : grouped(threats);
    const shown = groups.slice(0, limit.value);
    const rest = groups.slice(limit.value).reduce((n, group) => n + group.threats.length, 0);
    const head = `${bold(count(threats.length, "threat"))}: ${open.length} open (risk ${risk(sum(open))}), ${asked.length} asked (risk ${risk(sum(asked))})${others}`;
    const more = rest > 0 ? [dim(`and ${count(rest, "more threat")}; --limit ${groups.length} lists all`)] : [];
    const text = [head, "", ...shown.map(groupLines), ...more].join("\n");
    return session.say(
      { threats: options.limit === undefined ? threats : threats.slice(0, limit.value), total: threats.length },
      text,
    );
  },
};
