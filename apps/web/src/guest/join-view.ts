// The door: a name, as what, and the code when the link did not bring it.
import { jobs, type Problem } from "@parapet/core";
import { fill, h } from "./dom.ts";
import { ask } from "./http.ts";
import { submitted } from "./question-view.ts";
import { refusal } from "./view.ts";
import { say, type Word } from "./words.ts";

export interface Joined {
  readonly model: string;
  readonly workshop: string;
  readonly as: string;
}

/** `why`: what is said above the form, when somebody comes back to it. */
export function joinView(code: string, joined: (as: Joined) => void, why?: readonly Problem[] | Word): HTMLElement {
  const name = h("input", { required: true, maxlength: 80, autocomplete: "name", dir: "auto", id: "name" });
  const as = h("select", { id: "as" }, h("option", { value: "" }, say("as.none")));
  for (const job of [...jobs, "other"] as const) as.append(h("option", { value: say(`as.${job}`) }, say(`as.${job}`)));
  const typed = h("input", {
    required: true,
    maxlength: 40,
    autocomplete: "off",
    autocapitalize: "characters",
    id: "code",
  });
  const button = h("button", { type: "submit", class: "main" }, say("join.join"));
  const wrong = h("div", {}, typeof why === "string" ? say(why) : why !== undefined && refusal(why));
  const join = async () => {
    button.disabled = true;
    fill(button, say("join.joining"));
    const given = { code: code === "" ? typed.value : code, name: name.value.trim() };
    const answer = await ask<Joined>("/share/join", given);
    button.disabled = false;
    fill(button, say("join.join"));
    if (answer.ok) joined({ model: answer.value.model, workshop: answer.value.workshop, as: as.value });
    else fill(wrong, answer.status === 0 ? h("p", { role: "alert" }, say("away")) : refusal(answer.problems));
  };
  return h(
    "form",
    { class: "join", onsubmit: submitted(join) },
    h("h1", {}, say("join.head")),
    wrong,
    h("label", { for: "name" }, say("join.name")),
    name,
    h("p", { class: "soft" }, say("join.nameHelp")),
    h("label", { for: "as" }, say("join.as")),
    as,
    code === "" && h("label", { for: "code" }, say("join.code")),
    code === "" && typed,
    button,
  );
}
