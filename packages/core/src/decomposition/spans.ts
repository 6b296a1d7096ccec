// Elements that are in several zones at once: what they reach without crossing a border, and why a flow of theirs crosses none.
import { byCodeUnit } from "../model/changes.ts";
import type { Document } from "../model/document.ts";
import { type Effective, effective } from "../model/effective.ts";

/** An element that is in several zones, its home first. */
export interface Span {
  readonly element: string;
  readonly zones: readonly string[];
}

/** The elements that are in several zones, by id. */
export function spansOf(document: Document): readonly Span[] {
  const laid = effective(document);
  return [...laid.elements]
    .filter(([, { value }]) => value["also-on"] !== undefined)
    .map(([element]) => ({ element, zones: zonesOf(laid, element) }))
    .filter(({ zones }) => zones.length > 1)
    .sort((a, b) => byCodeUnit(a.element, b.element));
}

/** A flow that crosses no border since both its ends are in one zone beside the homes that they have. */
export interface Within {
  /** The zones that both ends are in. */
  readonly shared: readonly string[];
  /** The ends that are in several zones. */
  readonly spans: readonly Span[];
}

/** Why a flow between two homes crosses nothing; undefined when it crosses a border, stays in one home, or has an end without a zone. */
export function withinOf(document: Document, flow: string): Within | undefined {
  const laid = effective(document);
  const value = laid.flows.get(laid.resolve(flow))?.value;
  if (!value) return undefined;
  const ends = [value.from, value.to].flatMap((end) => (end === undefined ? [] : [laid.resolve(end)]));
  const [from = [], to = []] = ends.map((end) => zonesOf(laid, end));
  const shared = from.filter((zone) => to.includes(zone));
  if (shared.length === 0 || from[0] === undefined || (from.length === 1 && to.length === 1)) return undefined;
  const spans = [...new Set(ends)].map((element) => ({ element, zones: zonesOf(laid, element) }));
  return { shared, spans: spans.filter(({ zones }) => zones.length > 1) };
}

function zonesOf({ elements, resolve }: Effective, element: string): readonly string[] {
  const { zone, "also-on": others = [] } = elements.get(element)?.value ?? {};
  return [...new Set([...(zone === undefined ? [] : [zone]), ...others].map((one) => resolve(one)))];
}
