// The page of somebody who joined: who they are, how much time is left, and the one thing that is to be done now.
import { keyOf, type Shown, shownOf } from "./choosing.ts";
import { fill, h, theirs } from "./dom.ts";
import { Link } from "./link.ts";
import { notesView } from "./notes-view.ts";
import { parkView } from "./park-view.ts";
import { questionView } from "./question-view.ts";
import { talkView } from "./talk-view.ts";
import type { Heard, Room, View } from "./view.ts";
import { voteView } from "./vote-view.ts";
import { say } from "./words.ts";

export interface RoomPageParts {
  readonly model: string;
  readonly workshop: string;
  readonly session: string;
  readonly name: string;
  readonly as: string;
  /** This session is none any more. */
  readonly lost: () => void;
}

/** Shows the workshop in `place` for as long as the connection goes on. */
export function roomPage(place: HTMLElement, parts: RoomPageParts): void {
  const { model, workshop, session, name, as } = parts;
  const head = h("p", { class: "head" });
  const away = h("p", { class: "away", role: "status", hidden: true }, say("away"));
  const main = h("main");
  const status = h("div", { role: "status", class: "status" });
  const clock = h("span", { role: "timer" });
  let heard: Heard | undefined;
  let view: { readonly key: string; readonly view: View } | undefined;
  let behind = 0;
  const link = new Link({
    url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/models/${encodeURIComponent(model)}/live`,
    connected: (is) => {
      away.hidden = is;
      if (is) link.act(workshop, { kind: "introduce", ...(as !== "" && { as }) });
    },
    told: ({ workshop: of, state, own }) => {
      if (of !== workshop || state === undefined) return;
      const { notes, problems = [] } = (own ?? {}) as Partial<Heard["own"] & Pick<Heard, "problems">>;
      heard = { state: state as Heard["state"], own: { notes: notes ?? heard?.own.notes ?? [] }, problems };
      behind = heard.state.now - Date.now();
      show(heard);
    },
    ended: (why) => {
      fill(main, h("h1", {}, say("ended")), theirs("p", why));
      away.hidden = true;
      view = undefined;
    },
    refused: parts.lost,
  });
  const room: Room = {
    ...{ link, workshop, name, key: `guest:${session}` },
    status: (...children) => fill(status, ...children),
  };
  const show = (now: Heard) => {
    const shown = shownOf(now.state);
    const key = keyOf(shown);
    if (view?.key !== key) {
      view = { key, view: viewOf(shown, room) };
      fill(main, view.view.element);
    }
    view.view.update(now);
    const count = now.state.attending.filter(({ here }) => here).length;
    fill(head, theirs("strong", name), ` · ${say("here", { count })} `, clock);
    tick();
  };
  const tick = () => fill(clock, clockText(heard?.state.timer, Date.now() + behind));
  setInterval(tick, 1_000);
  fill(place, h("header", {}, head), away, status, main, h("footer", {}, parkView(room)));
}

function viewOf(shown: Shown, room: Room): View {
  if (shown.kind === "vote") return voteView(shown, room);
  if (shown.kind === "notes") return notesView(shown, room);
  return shown.kind === "question" ? questionView(shown, room) : talkView(shown);
}

function clockText(timer: Heard["state"]["timer"], now: number): string {
  const left = timer?.left ?? (timer?.ends === undefined ? undefined : timer.ends - now);
  if (left === undefined) return "";
  const seconds = Math.abs(Math.round(left / 1_000));
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return `· ${say(left < 0 ? "over" : "left", { time })}`;
}
