// The threats on the ways in: entry points, dependencies, and flows that come from the internet.

import { isSevere } from "@parapet/core";
import { isLive, type TeamView, type Work } from "../../member.ts";
import { count, counted, sentence, when } from "../../sentences.ts";

/** What the mapper found to go wrong on the surface. */
export function enumerateSurface({ analysis, threats }: TeamView): Work {
  const internet = new Set(analysis.zones.filter(({ kind }) => kind === "internet").map(({ id }) => id));
  const zoneOf = new Map(analysis.elements.map(({ id, zone }) => [id, zone]));
  const inbound = new Set(
    analysis.flows.filter(({ from }) => internet.has(zoneOf.get(from) ?? "")).map(({ id }) => id),
  );
  const live = threats.filter(isLive);
  const onEntryPoints = live.filter(({ kind }) => kind === "entry-point");
  const onDependencies = live.filter(({ kind }) => kind === "dependency");
  const onFlows = live.filter(({ subject }) => inbound.has(subject));
  const surface = [...onEntryPoints, ...onDependencies, ...onFlows];
  const [worst] = [...surface].sort((a, b) => b.current - a.current);
  const severe = surface.filter(({ tier }) => isSevere(tier));
  const open = surface.filter(({ finding }) => finding === "open");
  if (surface.length === 0) return { did: ["Went through the ways in: nothing is open or asked there."], found: [] };
  return {
    did: [
      `Went through the ways in: ${count(onEntryPoints.length, "threat")} on entry points, ${onFlows.length} on flows that come from the internet, ${onDependencies.length} on dependencies (open and asked).`,
    ],
    found: [
      ...when(
        surface.length > 0,
        () =>
          `${sentence(counted(open.length, "threat on the surface", "is", "are", "threats on the surface"))} open and ${surface.length - open.length} asked; ${severe.length === 0 ? "none" : severe.length} of critical or high risk.`,
      ),
      ...when(
        worst !== undefined,
        () =>
          `The worst of them${worst?.finding === "asked" ? " may be" : ""}: ${worst?.title} (${worst?.tier}${worst?.finding === "asked" ? ", asked" : ""}).`,
      ),
    ],
  };
}
