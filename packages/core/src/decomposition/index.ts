// Decomposition: the diagram as a graph, its zones and crossings, entry points and the attack surface.
// In: the document. Out: an indexed graph, facts in columns, the surface. Used by every room after it.
export { locate, type Space } from "./facts/space.ts";
export { type Graph, graphOf } from "./graph.ts";
