// How a thing is called inside a sentence: by its name as it is written, and a flow without a name of its own by its ends.
import { type Space, thingsIn } from "./facts/space.ts";
import type { Graph } from "./graph.ts";

/** A flow as a sentence names it, with the names of its ends. */
export interface NamedFlow {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly fromTitle: string;
  readonly to: string;
  readonly toTitle: string;
}

/**
 * What a sentence calls a flow: its title, or “the flow from A to B” where its name says no more than its ends
 * (“A to B”, “A to B https”, `a-to-b`), since “on A to B” reads badly.
 */
export function flowInSentence({ id, title, from, fromTitle, to, toTitle }: NamedFlow): string {
  const ends = `${fromTitle} to ${toTitle}`;
  if (title === ends || title.startsWith(`${ends} `)) return `the flow from ${title}`;
  return title === id && id === `${from}-to-${to}` ? `the flow from ${ends}` : title;
}

/** What a sentence calls a thing of a graph: its title, or for a flow what `flowInSentence` says. */
export function nameInSentence(graph: Graph, space: Space, i: number): string {
  const title = thingsIn(graph, space).titles[i] as string;
  if (space !== "flow") return title;
  const from = graph.flowFrom[i] as number;
  const to = graph.flowTo[i] as number;
  const { ids, titles } = graph.elements;
  return flowInSentence({
    id: graph.flows.ids[i] as string,
    title,
    from: ids[from] ?? "",
    fromTitle: titles[from] ?? "",
    to: ids[to] ?? "",
    toTitle: titles[to] ?? "",
  });
}
