// Notes in silence: one's own alone, kept on the phone too until all are shown, so that a server that begins anew loses none.

import type { Shown } from "./choosing.ts";
import { fill, h, theirs } from "./dom.ts";
import { forget, keep, keptNotes, type OwnNote } from "./kept-notes.ts";
import { submitted } from "./question-view.ts";
import { problemList, type Room, type View } from "./view.ts";
import { say } from "./words.ts";

const patience = 3_000;

export function notesView({ board }: Extract<Shown, { kind: "notes" }>, room: Room): View {
  const field = h("textarea", { rows: 3, dir: "auto", maxlength: 4000, "aria-label": say("notes.write") });
  const about = h("select", { "aria-label": say("notes.about") }, h("option", { value: "" }, say("notes.nothing")));
  for (const { id, title } of board?.things ?? []) about.append(h("option", { value: id }, title));
  const own = h("ul", { class: "own", "aria-label": say("notes.own") });
  const wrong = h("div");
  /** When a note was said to the server last: it is said again while the server does not have it, and not without end. */
  const said = new Map<string, number>();
  const post = ({ id, text, about: on }: OwnNote) => {
    const before = said.get(id) ?? 0;
    if (Date.now() - before < patience) return;
    if (room.link.act(room.workshop, { kind: "note", id, text, ...(on !== "" && { about: on }) }))
      said.set(id, Date.now());
  };
  const write = () => {
    const text = field.value.trim();
    if (text === "") return;
    const note = keep(room.workshop, text, about.value);
    post(note);
    field.value = "";
    about.value = "";
    field.focus();
    list([]);
  };
  /** What is written: what the server has, and what still waits for it. */
  const list = (there: readonly string[]) => {
    fill(own, ...keptNotes(room.workshop).map((note) => line(note, there.includes(note.id))));
  };
  const line = (note: OwnNote, there: boolean): HTMLElement =>
    h(
      "li",
      { "data-note": note.id, "data-there": there },
      theirs("span", note.text),
      h(
        "button",
        {
          type: "button",
          "aria-label": say("notes.drop", { text: note.text.slice(0, 60) }),
          onclick: () => {
            forget(room.workshop, note.id);
            room.link.act(room.workshop, { kind: "drop-note", id: note.id });
            list([]);
          },
        },
        "×",
      ),
    );
  const form = h(
    "form",
    { onsubmit: submitted(write) },
    field,
    h("label", {}, h("span", { class: "soft" }, say("notes.about")), about),
    h("button", { type: "submit", class: "main" }, say("notes.add")),
    h("p", { class: "soft" }, say("notes.silent")),
  );
  const line_ = h("p", { class: "soft", role: "status" });
  const element = h("section", {}, theirs("h1", board?.title ?? say("notes.write")), line_, form, wrong, own);
  return {
    element,
    update: ({ state, own: mine, problems }) => {
      const phase = state.silence?.phase;
      form.hidden = phase !== "silent";
      fill(line_, phase === "shown" ? say("notes.shown") : phase === undefined ? say("notes.soon") : "");
      if (phase === "shown") for (const { id } of keptNotes(room.workshop)) forget(room.workshop, id);
      const there = mine.notes.map(({ id }) => id);
      if (phase === "silent") for (const note of keptNotes(room.workshop)) if (!there.includes(note.id)) post(note);
      list(there);
      fill(wrong, problems.length > 0 && problemList(problems));
    },
  };
}
