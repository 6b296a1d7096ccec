// The part of the diagram that a workshop is about, as a view of it. Pure.
import type { Analysis, Document, Focus } from "@parapet/core";
import type { ViewOfDiagram } from "../../canvas/scene/view-of-diagram.ts";

/** A stored view is itself; of a feature or zone everything in focus is shown, with the ends of its flows. */
export function focusView(
  document: Document,
  analysis: Pick<Analysis, "elements" | "flows" | "zones">,
  focus: Focus | undefined,
  inFocus: ReadonlySet<string> | undefined,
): ViewOfDiagram | undefined {
  if (!focus || !inFocus) return undefined;
  if (focus.view !== undefined) return document.diagram?.views?.[focus.view];
  const ids = (list: readonly { readonly id: string }[]) => list.flatMap(({ id }) => (inFocus.has(id) ? [id] : []));
  const { elements, flows, zones } = analysis;
  return { title: "", shows: { elements: ids(elements), flows: ids(flows), zones: ids(zones) } };
}
