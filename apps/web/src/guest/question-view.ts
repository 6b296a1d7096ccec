// The question that is asked now: answered with a tap, in words, or with “I don't know”.

import type { Shown } from "./choosing.ts";
import { fill, h, theirs } from "./dom.ts";
import { type Room, refusal, type View } from "./view.ts";
import { say } from "./words.ts";

type Asked = Extract<Shown, { kind: "question" }>["board"];

export function questionView({ board }: Extract<Shown, { kind: "question" }>, room: Room): View {
  const give = async (value: string) => {
    room.status(say("question.sending"));
    const input = { ids: [board.question], value, workshop: room.workshop };
    const problems = await room.link.send(`${board.text} ${value}`.slice(0, 400), { name: "answer-question", input });
    if (problems.length > 0) room.status(refusal(problems));
    else room.status(say("question.given", { name: room.name, value: value.replaceAll("-", " ") }));
  };
  const unsure = h(
    "button",
    { type: "button", onclick: () => void room.link.act(room.workshop, { kind: "unsure", question: board.question }) },
    say("question.unknown"),
  );
  const element = h(
    "section",
    { "data-question": board.question },
    theirs("h1", board.text),
    board.why !== undefined && theirs("p", board.why, { class: "soft" }),
    form(board, give),
    unsure,
  );
  return {
    element,
    update: ({ state }) => {
      unsure.setAttribute("aria-pressed", String(state.unsure.includes(room.key)));
    },
  };
}

function form(board: Asked, give: (value: string) => Promise<void>): HTMLElement {
  if (board.form === "several") return several(board, give);
  if (board.form === "open") return open(board, give);
  const choices = h("div", { class: "choices" });
  for (const { value, say: meaning } of board.choices)
    choices.append(
      h(
        "button",
        { type: "button", class: "large", onclick: () => void give(value) },
        h("span", { dir: "auto" }, value.replaceAll("-", " ")),
        meaning !== undefined && h("small", { dir: "auto" }, meaning),
      ),
    );
  return choices;
}

/** Several may be true at once: one answer, given as a whole. */
function several(board: Asked, give: (value: string) => Promise<void>): HTMLElement {
  const chosen = new Set<string>();
  const done = h("button", { type: "submit", class: "main" }, say("question.none"));
  const choices = h("div", { class: "checks" });
  for (const { value, say: meaning } of board.choices) {
    const box = h("input", {
      type: "checkbox",
      onchange: () => {
        if (box.checked) chosen.add(value);
        else chosen.delete(value);
        fill(done, say(chosen.size === 0 ? "question.none" : "question.give"));
      },
    });
    choices.append(h("label", {}, box, " ", h("span", { dir: "auto" }, meaning ?? value.replaceAll("-", " "))));
  }
  const given = () => (chosen.size === 0 ? "none" : [...chosen].join(","));
  return h("form", { onsubmit: submitted(() => give(given())) }, h("p", {}, say("question.several")), choices, done);
}

function open(board: Asked, give: (value: string) => Promise<void>): HTMLElement {
  const list = h("datalist", { id: "answers" });
  for (const { value } of board.choices) list.append(h("option", { value }));
  const field = h("input", { list: "answers", dir: "auto", maxlength: 2000, "aria-label": say("question.own") });
  return h(
    "form",
    {
      onsubmit: submitted(async () => {
        if (field.value.trim() !== "") await give(field.value.trim());
      }),
    },
    field,
    list,
    h("button", { type: "submit", class: "main" }, say("question.give")),
  );
}

/** A form that is sent by script alone. */
export function submitted(done: () => unknown): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    void done();
  };
}
