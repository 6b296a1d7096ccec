// diagram.yaml: where things are drawn, and which views there are. It never enters the analysis; losing it loses no knowledge.
import * as z from "zod";
import { id, idSet, line, mapOf } from "./fields.ts";

/** A place on the drawing, relative to the zone `in`, or to the drawing itself. It counts only while the thing lies in that zone. */
export const point = z.strictObject({ in: id.optional(), x: z.number(), y: z.number() });
export type Point = z.infer<typeof point>;

export const size = z.strictObject({ width: z.number(), height: z.number() });
export type Size = z.infer<typeof size>;

/** What a view shows: zones with what lies in them, elements, flows with their ends, what a feature adds and changes; together. */
export const shown = z.strictObject({
  zones: idSet.optional(),
  elements: idSet.optional(),
  flows: idSet.optional(),
  feature: id.optional(),
});
export type Shown = z.infer<typeof shown>;

/** A part of the diagram that is looked at by itself. Without `shows` it is the whole diagram. */
const diagramView = z.strictObject({
  title: line,
  shows: shown.optional(),
  hides: idSet.optional().meta({ title: "Left out although it would be shown; a zone with what lies in it" }),
});
export type DiagramView = z.infer<typeof diagramView>;

export const diagram = z.strictObject({
  parapet: z.int(),
  positions: mapOf(point).optional(),
  sizes: mapOf(size).optional(),
  views: mapOf(diagramView).optional(),
});
export type Diagram = z.infer<typeof diagram>;
