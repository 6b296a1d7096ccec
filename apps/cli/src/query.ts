// Queries: threats by rule, zone, element, tier, status, finding or category. A verb that changes covers what the query names when it runs.
import {
  type Analysis,
  closedStatuses,
  fail,
  findings,
  type Knowledge,
  Nearness,
  nearest,
  ok,
  type Problem,
  problem,
  type Result,
  statuses,
  strideCategories,
  strideLetter,
  type Threat,
  threatsOf,
  tiers,
} from "@parapet/core";
import { type Command, Option } from "commander";
import { collect, listOption, type Options } from "./verb.ts";

const keys = ["rule", "zone", "element", "tier", "status", "finding", "category"] as const;
type QueryKey = (typeof keys)[number];
type Query = Readonly<Partial<Record<QueryKey, readonly string[]>>>;

const words: Readonly<Record<QueryKey, string>> = {
  rule: "of this rule",
  zone: "on this zone, on what is in it, on flows that begin or end there",
  element: "on this thing, on its flows, entry points and dependencies",
  tier: "of this tier: critical, high, medium, low",
  status: "of this status, as threats lists them",
  finding: "open, asked, addressed",
  category: "of this STRIDE category, or its letter",
};

/** Adds the options of a query; each may stand several times, or with commas. */
export function withQuery(command: Command, but: readonly QueryKey[] = []): Command {
  for (const key of keys) {
    if (!but.includes(key))
      command.addOption(new Option(`--${key} <${key}>`, `those ${words[key]}`).argParser(collect));
  }
  return command;
}

/** The query that the options hold; undefined when there is none. */
export function queryOf(options: Options): Result<Query | undefined> {
  const query: Partial<Record<QueryKey, readonly string[]>> = {};
  const problems: Problem[] = [];
  for (const key of keys) {
    const values = listOption(options, key);
    if (values.length === 0) continue;
    query[key] = key === "category" ? values.map(categoryNamed) : values;
    problems.push(...unlisted(key, query[key] ?? []));
  }
  if (problems.length > 0) return fail(...problems);
  return ok(Object.keys(query).length === 0 ? undefined : query);
}

const lists: Readonly<Partial<Record<QueryKey, readonly string[]>>> = {
  tier: tiers,
  status: statuses,
  finding: findings,
  category: strideCategories,
};

function unlisted(key: QueryKey, values: readonly string[]): readonly Problem[] {
  const list = lists[key];
  if (!list) return [];
  return values
    .filter((value) => !list.includes(value))
    .map((value) => problem("not-in-list", `${value} is no ${key}.`, `Name one of ${list.join(", ")}.`));
}

/** A problem for each rule, zone and thing of a query that there is none of: an empty list would read as good news. */
export function strangers(query: Query | undefined, analysis: Analysis, knowledge: Knowledge): readonly Problem[] {
  if (!keys.some((key) => query?.[key] !== undefined)) return [];
  const { elements, flows, zones, surface } = analysis;
  const zoneIds = zones.map(({ id }) => id);
  const raised = analysis.threats;
  const known: Readonly<Partial<Record<QueryKey, readonly string[]>>> = {
    rule: ["by-hand", ...knowledge.rules.map(({ id }) => id), ...raised.map(({ rule }) => rule)],
    zone: zoneIds,
    element: [
      ...[elements, flows, surface.entryPoints, surface.dependencies].flat().map(({ id }) => id),
      ...zoneIds,
      ...raised.map(({ subject }) => subject),
    ],
  };
  return keys.flatMap((key) =>
    (query?.[key] ?? [])
      .filter((value) => known[key]?.includes(value) === false)
      .map((value) => {
        const near = nearest(value, [...new Set(known[key])]);
        const fix = near ? `Did you mean ${near}?` : key === "rule" ? "See parapet rules list." : `See parapet ${key}.`;
        return problem("dangling-reference", `There is no ${key} ${value}.`, fix);
      }),
  );
}

function categoryNamed(value: string): string {
  const letter = Object.entries(strideLetter).find(([, one]) => one === value.toUpperCase());
  return letter?.[0] ?? value;
}

/** The threats that a query names, in reading order. */
export function matching(analysis: Analysis, query: Query): readonly Threat[] {
  const near = new Nearness(analysis);
  const named = (list: readonly string[] | undefined, ...values: readonly string[]): boolean =>
    list === undefined || values.some((value) => list.includes(value));
  return threatsOf(analysis).filter(
    (threat) =>
      named(query.rule, threat.rule) &&
      named(query.tier, threat.tier) &&
      named(query.status, threat.status) &&
      named(query.finding, threat.finding) &&
      named(query.category, ...threat.categories) &&
      named(query.element, ...near.things(threat.subject)) &&
      named(query.zone, ...near.zones(threat.subject)),
  );
}

/**
 * The ids that a verb is about: those given, or those that the query names now. A query that changes something covers only what
 * is not settled yet, unless it names a status or finding.
 */
export function chosen(
  analysis: Analysis,
  ids: readonly string[],
  options: Options,
  keep: (threat: Threat) => boolean = isUnsettled,
): Result<readonly string[]> {
  const query = queryOf(options);
  if (!query.ok) return query;
  if (ids.length > 0 && query.value)
    return fail(
      problem(
        "bad-argument",
        "Threats are named both by id and by a query.",
        "Give ids, or a query such as --rule R --zone Z.",
      ),
    );
  if (ids.length > 0) return ok([...new Set(ids)]);
  if (!query.value)
    return fail(
      problem(
        "bad-argument",
        "No threat is named.",
        "Give ids, or a query such as --rule R --zone Z; parapet threats lists them.",
      ),
    );
  const loose = query.value.status !== undefined || query.value.finding !== undefined;
  const found = matching(analysis, query.value).filter((threat) => loose || keep(threat));
  if (found.length > 0) return ok(found.map((threat) => threat.id));
  return fail(
    problem(
      "nothing-matched",
      "The query names no threat that this would change.",
      "See parapet threats with the same options.",
    ),
  );
}

/** True while something is left to do about a threat. */
export function isUnsettled(threat: Pick<Threat, "finding" | "status">): boolean {
  return (threat.finding === "open" || threat.finding === "asked") && !closedStatuses.has(threat.status);
}
