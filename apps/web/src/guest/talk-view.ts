// What is talked about: a title and some lines.

import type { Shown } from "./choosing.ts";
import { h, theirs } from "./dom.ts";
import type { View } from "./view.ts";
import { say } from "./words.ts";

export function talkView({ board }: Extract<Shown, { kind: "talk" }>): View {
  const list = h("ul", { class: "lines" });
  for (const line of board?.lines ?? []) list.append(theirs("li", line));
  const element = h(
    "section",
    {},
    board && theirs("h1", board.title),
    h("p", { class: "soft" }, say("wait")),
    board && board.lines.length > 0 && list,
  );
  return { element, update: () => undefined };
}
