// How far an attacker has to come to reach a thing: from the internet without proving anything, with an account, or from inside.
import { type Exposure, exposures } from "../model/vocabulary.ts";
import { D_NO, D_YES } from "./facts/code.ts";
import type { Columns } from "./facts/columns.ts";
import type { Space } from "./facts/space.ts";
import { untrustedZones } from "./facts/zones.ts";

/** The numbers of the exposures, nearest first: an index into `exposures`. */
const ANONYMOUS = 0;
const AUTHENTICATED = 1;
const INTERNAL = 2;

/** Answers the exposure of any thing; prepared once per analysis. */
export function exposureOf(columns: Columns): (space: Space, i: number) => number {
  const { graph } = columns;
  const untrusted = untrustedZones(graph);
  const facing = columns.column("internet-facing", "element");
  const anonymously = columns.column("reachable-anonymously", "element");
  const openPoint = columns.column("open-to-internet", "entry-point");
  const anonymousPoint = columns.column("open-to-anonymous", "entry-point");
  const crossesInternet = columns.column("crosses-internet", "flow");
  const entersTrust = columns.column("enters-trust", "flow");
  const bordersInternet = columns.column("borders-internet", "zone");

  const element = (i: number): number => {
    const zone = graph.zoneOf[i] as number;
    if (zone >= 0 && untrusted[zone] === D_YES) return ANONYMOUS;
    if (facing[i] !== D_YES) return INTERNAL;
    return anonymously[i] === D_NO ? AUTHENTICATED : ANONYMOUS;
  };
  const point = (i: number): number => {
    if (openPoint[i] !== D_YES) return INTERNAL;
    return anonymousPoint[i] === D_NO ? AUTHENTICATED : ANONYMOUS;
  };
  return (space, i) => {
    switch (space) {
      case "element":
        return element(i);
      case "entry-point":
        return point(i);
      case "flow":
        if (crossesInternet[i] === D_YES) return ANONYMOUS;
        return entersTrust[i] === D_YES ? element(graph.flowTo[i] as number) : INTERNAL;
      case "zone":
        return bordersInternet[i] === D_YES ? ANONYMOUS : INTERNAL;
      case "model":
        return facing.includes(D_YES) ? AUTHENTICATED : INTERNAL;
      default:
        return INTERNAL;
    }
  };
}

/** The word for a number. */
export function exposureName(exposure: number): Exposure {
  return exposures[exposure] as Exposure;
}
