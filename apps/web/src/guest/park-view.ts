// Something for later: parked by whoever thinks of it, so that the talk goes on.
import { h } from "./dom.ts";
import { submitted } from "./question-view.ts";
import { type Room, refusal } from "./view.ts";
import { say } from "./words.ts";

export function parkView(room: Room): HTMLElement {
  const field = h("textarea", { rows: 2, dir: "auto", maxlength: 2000, "aria-label": say("park.text") });
  const park = async () => {
    const text = field.value.trim();
    if (text === "") return;
    const call = { name: "park-item", input: { workshop: room.workshop, text } };
    const problems = await room.link.send(text.slice(0, 400), call);
    if (problems.length > 0) room.status(refusal(problems));
    else {
      field.value = "";
      room.status(say("park.done"));
    }
  };
  return h(
    "details",
    { class: "park" },
    h("summary", {}, say("park.open")),
    h("form", { onsubmit: submitted(park) }, field, h("button", { type: "submit" }, say("park.park"))),
  );
}
