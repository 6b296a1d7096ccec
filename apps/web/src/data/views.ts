// What rooms look up in the analysis again and again, worked out once per analysis.
import { type Analysis, distinctTitles, modelSubject, Nearness, once, type Threat, threatsOf } from "@parapet/core";
import { useWorkbench } from "./workbench.ts";

export interface Views {
  readonly analysis: Analysis;
  readonly threats: readonly Threat[];
  readonly threat: ReadonlyMap<string, Threat>;
  /** Threats by the thing that they are raised on. */
  readonly on: ReadonlyMap<string, readonly Threat[]>;
  readonly title: (id: string) => string;
  /** What a threat says; after the thing that it is raised on where another threat says the same: a row that is cut off shows what differs. */
  readonly say: (threat: Threat) => string;
  /** Which things and zones a subject belongs to. */
  readonly near: Nearness;
}

const kept = new WeakMap<Analysis, Views>();

/** The views of an analysis, each worked out when somebody first looks: most rooms need only some, and each edit brings a new analysis. */
export function viewsOf(analysis: Analysis): Views {
  const known = kept.get(analysis);
  if (known) return known;
  const threats = once(() => threatsOf(analysis));
  const threat = once(() => new Map(threats().map((one) => [one.id, one])));
  const on = once(() => bySubject(threats()));
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

function bySubject(threats: readonly Threat[]): Views["on"] {
  const on = new Map<string, Threat[]>();
  for (const threat of threats) {
    const list = on.get(threat.subject);
    if (list) list.push(threat);
    else on.set(threat.subject, [threat]);
  }
  return on;
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
