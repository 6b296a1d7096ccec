// What a client keeps to before it sends: a frame that the server does not read would end the connection, again after each reconnect.
import { type CommandCall, type Problem, problem } from "@parapet/core";
import { type FromClient, maxFrame, most, type Presence } from "./wire.ts";

/** What a send holds beside its calls. */
const around = 80_000;

/** Why these commands cannot go in one message; undefined when they can. */
export function tooMuch(calls: readonly CommandCall[]): Problem | undefined {
  if (calls.length > most.calls)
    return problem(
      "file-too-large",
      `These are ${calls.length} commands in one step; ${most.calls} are the most.`,
      smaller,
    );
  const bytes = new TextEncoder().encode(JSON.stringify(calls)).length;
  if (bytes <= maxFrame - around) return undefined;
  return problem("file-too-large", `This is ${bytes} bytes in one step; ${maxFrame - around} are the most.`, smaller);
}

const smaller = "Do it in smaller parts.";

/** A title that the wire carries: it may hold names of any length. */
export function shortTitle(title: string): string {
  if (title.length <= most.title) return title;
  return `${title.slice(0, most.title - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** What others are told of where somebody is: of very much that is selected or dragged, the first. */
export function shortPresence({ selected, drag, ...rest }: Presence): Extract<FromClient, { kind: "presence" }> {
  const dragged = drag && Object.fromEntries(Object.entries(drag).slice(0, most.dragged));
  return {
    kind: "presence",
    presence: {
      ...rest,
      ...(selected && { selected: selected.slice(0, most.selected) }),
      ...(dragged && { drag: dragged }),
    },
  };
}
