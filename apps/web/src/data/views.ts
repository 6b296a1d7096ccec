// What rooms look up in the analysis again and again, worked out once per analysis.
import { type Analysis, distinctTitles, modelSubject, Nearness, type Threat, threatsOf } from "@parapet/core";
import { useWorkbench } from "./workbench.ts";

export interface Views {
  readonly analysis: Analysis;
  readonly threats: readonly Threat[];
  readonly threat: ReadonlyMap<string, Threat>;
  /** Threats by the thing that they are raised on. */
  readonly on: ReadonlyMap<string, readonly Threat[]>;
  readonly title: (id: string) => string;
  /** Which things and zones a subject belongs to. */
  readonly near: Nearness;
}

const kept = new WeakMap<Analysis, Views>();

/** The views of an analysis. */
export function viewsOf(analysis: Analysis): Views {
  const known = kept.get(analysis);
  if (known) return known;
  const threats = threatsOf(analysis);
  const on = new Map<string, Threat[]>();
  for (const threat of threats) {
    const list = on.get(threat.subject);
    if (list) list.push(threat);
    else on.set(threat.subject, [threat]);
  }
  const { elements, flows, zones, surface, model } = analysis;
  const titles = distinctTitles(elements, flows, zones, surface.entryPoints, surface.dependencies);
  titles.set(modelSubject, model.system);
  const views: Views = {
    analysis,
    threats,
    threat: new Map(threats.map((threat) => [threat.id, threat])),
    on,
    title: (id) => titles.get(id) ?? id,
    near: new Nearness(analysis),
  };
  kept.set(analysis, views);
  return views;
}

/** The analysis with its views; undefined until the first one is there. */
export function useViews(): Views | undefined {
  const analysis = useWorkbench((state) => state.analysis);
  return analysis && viewsOf(analysis);
}
