// The parts of a scene, each the very one that it was while what it is made of is the same: most changes move and rename little.
import { asBefore } from "@parapet/core";
import { type FlowWay, flowLabel, flowPath, type LabelPlace } from "./flow-parts.ts";
import { isSameBox } from "./geometry.ts";
import type { DiagramElement, DiagramFlow, DiagramZone } from "./graph.ts";
import type { MeasuredLabel } from "./measure.ts";
import { type Marking, markedLabel, markedPath, markedShape } from "./overlay.ts";
import { type ElementPlace, elementShape, type ZonePlace, zoneShape } from "./scene-parts.ts";

export const elementAsBefore = asBefore<DiagramElement, ElementPlace & Marking, ReturnType<typeof markedShape>>(
  (element, place) => markedShape(elementShape(element, place), place),
  (a, b) => a.measured === b.measured && a.depth === b.depth && isSameBox(a.box, b.box) && isMarkedSame(a, b),
);

export const zoneAsBefore = asBefore<DiagramZone, ZonePlace & Marking, ReturnType<typeof markedShape>>(
  (zone, place) => markedShape(zoneShape(zone, place), place),
  (a, b) =>
    a.tab === b.tab &&
    a.depth === b.depth &&
    a.members.x === b.members.x &&
    a.members.y === b.members.y &&
    isSameBox(a.box, b.box) &&
    isSameBox(a.tabBox, b.tabBox) &&
    isMarkedSame(a, b),
);

export const pathAsBefore = asBefore<DiagramFlow, FlowWay & Marking, ReturnType<typeof markedPath>>(
  (flow, way) => markedPath(flowPath(flow, way), way),
  (a, b) =>
    a.points === b.points &&
    a.fromTitle === b.fromTitle &&
    a.toTitle === b.toTitle &&
    a.crossed.every(({ title, box }, i) => {
      const other = b.crossed[i];
      return title === other?.title && (box === other.box || (box && other.box && isSameBox(box, other.box)));
    }) &&
    isMarkedSame(a, b),
);

export const labelAsBefore = asBefore<MeasuredLabel, LabelPlace & Marking, ReturnType<typeof markedLabel>>(
  (measured, place) => markedLabel(flowLabel(measured, place), place),
  (a, b) => a.id === b.id && isSameBox(a.box, b.box) && isSameLeader(a.leader, b.leader) && isMarkedSame(a, b),
);

function isMarkedSame(a: Marking, b: Marking): boolean {
  return a.certainty === b.certainty && a.change === b.change;
}

function isSameLeader(a: LabelPlace["leader"], b: LabelPlace["leader"]): boolean {
  return a === b || Boolean(a && b && a.every(({ x, y }, i) => x === b[i]?.x && y === b[i]?.y));
}
