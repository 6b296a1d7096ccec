// A vote: one scale after the other, then the card lies face down; after they are turned over, how far they lie apart.

import { middleOf } from "../workshop/running/spread.ts";
import type { Shown } from "./choosing.ts";
import { fill, h, theirs } from "./dom.ts";
import { type Heard, problemList, type Room, type View } from "./view.ts";
import { say } from "./words.ts";

type Board = Extract<Shown, { kind: "vote" }>["board"];
type Scale = Board["factors"][number];

export function voteView({ board }: Extract<Shown, { kind: "vote" }>, room: Room): View {
  const body = h("div");
  const wrong = h("div");
  let values: Readonly<Record<string, number>> = {};
  let at = 0;
  let changing = true;
  let last = "";
  const give = (scale: Scale, value: number) => {
    values = { ...values, [scale.id]: value };
    at += 1;
    if (at < board.factors.length) return show();
    room.link.act(room.workshop, { kind: "cast", values });
    changing = false;
    show();
  };
  const show = () => {
    const scale = board.factors[at];
    if (changing && scale) fill(body, cards(scale, board, at, give, back));
    else fill(body, given(change));
  };
  const back = () => {
    at = Math.max(0, at - 1);
    show();
  };
  const change = () => {
    changing = true;
    at = 0;
    values = {};
    show();
  };
  const element = h("section", {}, theirs("h1", board.title), wrong, body);
  return {
    element,
    update: ({ state, problems }) => {
      fill(wrong, problems.length > 0 && problemList(problems));
      const phase = state.vote?.phase;
      const cast = state.vote?.voted.includes(room.key) === true;
      const now = `${phase} ${cast}`;
      if (now === last) return;
      last = now;
      if (phase !== "open") fill(body, turned(board, state));
      else {
        if (cast) changing = false;
        show();
      }
    },
  };
}

/** The cards of one scale, with what its values mean. */
function cards(
  scale: Scale,
  { factors }: Board,
  at: number,
  give: (scale: Scale, value: number) => void,
  back: () => void,
): HTMLElement {
  const row = h("div", { class: "cards" });
  for (let value = scale.min; value <= scale.max; value++) {
    const meaning = meaningOf(scale, value);
    row.append(
      h(
        "button",
        {
          type: "button",
          "aria-label": say("vote.card", { value, meaning }),
          title: meaning,
          onclick: () => give(scale, value),
        },
        String(value),
      ),
    );
  }
  const anchors = h("dl", { class: "anchors" });
  for (const { at: value, say: meaning } of scale.anchors)
    anchors.append(h("dt", {}, String(value)), theirs("dd", meaning));
  return h(
    "div",
    { "data-scale": scale.id },
    h(
      "h2",
      {},
      scale.title,
      " ",
      factors.length > 1 && h("small", {}, say("vote.step", { at: at + 1, of: factors.length })),
    ),
    row,
    at > 0 && h("button", { type: "button", onclick: back }, say("vote.back")),
    anchors,
  );
}

function meaningOf({ anchors }: Scale, value: number): string {
  const below = anchors.filter(({ at }) => at <= value).sort((a, b) => b.at - a.at)[0];
  if (!below) return "";
  return below.at === value ? below.say : say("vote.between", { meaning: below.say });
}

function given(change: () => void): HTMLElement {
  return h(
    "div",
    { "data-given": true },
    h("div", { class: "back", "aria-hidden": "true" }),
    h("p", { role: "status" }, say("vote.given")),
    h("button", { type: "button", onclick: change }, say("vote.change")),
  );
}

/** The votes without names, from low to high. */
function turned({ factors }: Board, { vote }: Heard["state"]): HTMLElement {
  const list = h("dl", { class: "spread" });
  for (const { id, title } of factors) {
    const votes = vote?.spread?.[id] ?? [];
    const middle = middleOf(votes) ?? "";
    list.append(h("dt", {}, title), h("dd", {}, say("vote.spread", { votes: votes.join(", "), middle })));
  }
  return h("div", { "data-turned": true }, h("h2", {}, say("vote.turned")), list);
}
