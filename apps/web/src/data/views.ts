// What rooms look up in the analysis again and again, worked out once per analysis.
import {
  type Analysis,
  distinctTitles,
  modelSubject,
  Nearness,
  once,
  type Threat,
  threatAt,
  threatsOf,
} from "@parapet/core";
import { useWorkbench } from "./workbench.ts";

export interface Views {
  readonly analysis: Analysis;
  readonly threats: readonly Threat[];
  readonly threat: ReadonlyMap<string, Threat>;
  /** The threats that are raised on a thing, in reading order. */
  readonly on: ThreatsOn;
  readonly title: (id: string) => string;
  /** What a threat says; after the thing that it is raised on where another threat says the same: a row that is cut off shows what differs. */
  readonly say: (threat: Threat) => string;
  /** Which things and zones a subject belongs to. */
  readonly near: Nearness;
}

/** Looks up the threats on a thing; undefined where nothing is raised. */
export interface ThreatsOn {
  get(subject: string): readonly Threat[] | undefined;
}

const kept = new WeakMap<Analysis, Views>();

/** The views of an analysis, each worked out when somebody first looks: most rooms need only some, and each edit brings a new analysis. */
export function viewsOf(analysis: Analysis): Views {
  const known = kept.get(analysis);
  if (known) return known;
  const threats = once(() => threatsOf(analysis));
  const threat = once(() => new Map(threats().map((one) => [one.id, one])));
  const on = once(() => bySubject(analysis));
  const titles = once(() => titlesOf(analysis));
  const near = once(() => new Nearness(analysis));
  const alike = once(() => saidTwice(threats()));
  const title = (id: string) => titles().get(id) ?? id;
  const views: Views = {
    analysis,
    get threats() {
      return threats();
    },
    get threat() {
      return threat();
    },
    get on() {
      return on();
    },
    title,
    say: (one) => (alike().has(one.title) ? `${title(one.subject)}: ${one.title}` : one.title),
    get near() {
      return near();
    },
  };
  kept.set(analysis, views);
  return views;
}

function saidTwice(threats: readonly Threat[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { title } of threats) (seen.has(title) ? twice : seen).add(title);
  return twice;
}

/** Expands those of the thing that is asked for alone: the inspector opens one thing, and each edit brings a new analysis. */
function bySubject(analysis: Analysis): ThreatsOn {
  const positions = new Map<string, number[]>();
  for (const [position, { subject }] of analysis.threats.entries()) {
    const list = positions.get(subject);
    if (list) list.push(position);
    else positions.set(subject, [position]);
  }
  return { get: (subject) => positions.get(subject)?.flatMap((position) => threatAt(analysis, position) ?? []) };
}

function titlesOf({ elements, flows, zones, surface, model }: Analysis): ReadonlyMap<string, string> {
  const titles = distinctTitles(elements, flows, zones, surface.entryPoints, surface.dependencies);
  titles.set(modelSubject, model.system);
  return titles;
}

/** The analysis with its views; undefined until the first one is there. */
export function useViews(): Views | undefined {
  const analysis = useWorkbench((state) => state.analysis);
  return analysis && viewsOf(analysis);
}
