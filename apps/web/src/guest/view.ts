// What a view of the small page is, and what it is given.
import type { Problem } from "@parapet/core";
import type { OwnState, WorkshopState } from "@parapet/live";
import { h } from "./dom.ts";
import type { Link } from "./link.ts";
import { say } from "./words.ts";

/** What a phone has heard of its workshop. */
export interface Heard {
  readonly state: WorkshopState;
  readonly own: OwnState;
  readonly problems: readonly Problem[];
}

export interface Room {
  readonly link: Link;
  readonly workshop: string;
  /** The name as others see it, and the key under which votes and counts say it. */
  readonly name: string;
  readonly key: string;
  /** Says what became of something; it stays when another thing is asked. */
  readonly status: (...children: readonly (Node | string)[]) => void;
}

export interface View {
  readonly element: HTMLElement;
  /** The same thing, a moment later. */
  readonly update: (heard: Heard) => void;
}

/** Problems in words: what happened and what to do. */
export function problemList(problems: readonly Problem[]): HTMLElement {
  const list = h("ul", { class: "problems", role: "alert" });
  for (const { say, fix } of problems) list.append(h("li", {}, h("strong", {}, say), " ", fix));
  return list;
}

/** A refusal, whatever its reason. */
export function refusal(problems: readonly Problem[]): Node {
  return problems.length > 0 ? problemList(problems) : h("p", { role: "alert" }, say("refused"));
}
