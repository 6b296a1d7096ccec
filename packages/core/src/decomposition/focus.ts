// What a workshop or a lens looks at: the things of a feature, a zone or a view, as subjects of threats and questions.
import type { Document } from "../model/document.ts";
import { type Effective, effective } from "../model/effective.ts";
import type { Focus } from "../model/workshop.ts";
import { inside } from "./arranging.ts";
import { thingsOfView } from "./diagram-views.ts";

/**
 * The ids of everything in focus: elements, the zones shown, the flows at one of these elements, the entry points on them, what they
 * hold and what goes over these flows, the dependencies that they use. Undefined without a focus: everything.
 */
export function inFocus(document: Document, focus: Focus | undefined): ReadonlySet<string> | undefined {
  if (!focus || Object.values(focus).every((part) => part === undefined)) return undefined;
  const laid = effective(document);
  const core = coreOf(document, laid, focus);
  const out = new Set(core);
  const isElement = (id: string | undefined): boolean => id !== undefined && laid.elements.has(id) && core.has(id);
  const data = (ids: readonly string[] = []) => {
    for (const id of ids) out.add(laid.resolve(id));
  };
  for (const [id, { value }] of laid.flows) {
    if (!core.has(id) && !isElement(value.from) && !isElement(value.to)) continue;
    out.add(id);
    data(value.carries);
    data(value.returns);
  }
  for (const [id, { value }] of laid.elements) if (core.has(id)) data(value.holds);
  for (const [id, { value }] of laid.entryPoints) if (isElement(value.on)) out.add(id);
  for (const [id, { value }] of laid.dependencies)
    if (isElement(value.element) || value["used-by"]?.some((user) => isElement(laid.resolve(user)))) out.add(id);
  return out;
}

/** What the focus names itself: a zone with what lies in it, what a view shows, what a feature adds and changes. */
function coreOf(document: Document, laid: Effective, { zone, view, feature }: Focus): ReadonlySet<string> {
  const core = new Set<string>();
  const add = (ids: Iterable<string>) => {
    for (const id of ids) core.add(laid.resolve(id));
  };
  if (zone !== undefined) {
    const home = laid.resolve(zone);
    add([home, ...inside(laid, new Set([home]))]);
    for (const [id, { value }] of laid.elements) if (value["also-on"]?.some((other) => core.has(other))) add([id]);
  }
  const shown = view === undefined ? undefined : document.diagram?.views?.[view];
  if (shown) {
    const { zones, elements, flows } = thingsOfView(document, shown);
    add([...zones, ...elements, ...flows]);
  }
  const { adds = [], changes = [] } = document.model.features?.[feature ?? ""] ?? {};
  add([...adds, ...changes]);
  for (const id of [...core]) {
    const on = laid.entryPoints.get(id)?.value.on;
    if (on !== undefined) add([on]);
  }
  return core;
}
