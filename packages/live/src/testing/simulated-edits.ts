// For tests: what people do in a simulated run: commands that fit what they see, now and then some that do not.
import { type CommandCall, canonicalText, type Document, type Permission } from "@parapet/core";
import type { Dice } from "./dice.ts";
import { call } from "./room.ts";

const titles = ["Web", "Orders", "Cache", "Queue", "Admin portal", "漢字 🛒"];
const zonesToAdd = ["dmz", "office", "vault"];

/** Commands that somebody might give on what they see. */
export function commandsOn(document: Document, may: readonly Permission[], dice: Dice): readonly CommandCall[] {
  const things = new Things(document, dice);
  const made = calls(things, dice, may.includes("decide"));
  // A paste, a bulk edit, a drag of several: one step.
  return dice.percent(10) ? [...made, ...calls(things, dice, false)] : made;
}

function calls(things: Things, dice: Dice, decides: boolean): readonly CommandCall[] {
  const kind = dice.weighted({
    ...{ add: 14, flow: 10, title: 16, list: 8, zone: 6, move: 8, layout: 14, remove: 8, rename: 4, addZone: 4 },
    ...{ answer: 8, comment: 5, scope: 4, threat: 4, decide: decides ? 12 : 0 },
  });
  switch (kind) {
    case "add":
      return [
        call("add-element", {
          title: dice.pick(titles),
          kind: dice.pick(["process", "data-store"]),
          ...things.zoneOf(),
        }),
      ];
    case "addZone":
      return [call("add-zone", { id: dice.pick(zonesToAdd), kind: "private-network" })];
    case "flow":
      return [call("add-flow", { title: dice.pick(titles), from: things.element(), to: things.element() })];
    case "title":
      return [call("set-field", { id: things.element(), field: "title", value: dice.pick(titles) })];
    case "list":
      return [
        call("set-field", {
          id: things.element(),
          field: "technologies",
          value: some(["node", "redis", "nginx"], dice),
        }),
      ];
    case "zone":
      return [call("set-field", { id: things.element(), field: "zone", value: things.zone() })];
    case "move":
      return [call("move-to-zone", { ids: [things.element()], zone: things.zone(), positions: {} })];
    case "layout":
      return [call("place-things", { positions: { [things.element()]: { x: dice.roll(500), y: dice.roll(500) } } })];
    case "remove":
      return [call("remove-thing", { id: dice.percent(70) ? things.element() : things.flow() })];
    case "rename":
      return [call("rename-thing", { id: things.element(), to: `${things.element()}-${dice.roll(3)}` })];
    case "answer":
      return [call("answer-question", { ids: [`logs-actions@${things.element()}`], value: dice.pick(["yes", "no"]) })];
    case "comment":
      return [call("add-comment", { about: things.element(), text: dice.pick(titles) })];
    case "scope":
      return [
        call(
          "set-scope",
          dice.percent(50) ? { purpose: dice.pick(titles) } : { criticality: dice.pick(["low", "high"]) },
        ),
      ];
    case "threat":
      return [call("record-threat", { say: dice.pick(titles), subject: things.element() })];
    case "decide":
      return [decision(things, dice)];
  }
}

function decision(things: Things, dice: Dice): CommandCall {
  const threats = [`${dice.pick(["no-way-back", "unlogged-actions"])}@${things.element()}`];
  return dice.pick([
    call("accept-risk", { threats, owner: "ann", why: "Small", review: "2027-06-01" }),
    call("decide-threat", { threats, decision: "mitigate" }),
    call("confirm-score", { threats }),
    call("sign-off", { what: "enumeration" }),
  ]);
}

/** The document as somebody leaves it in an editor; undefined when they leave it as it is. */
export function editedFiles(document: Document, dice: Dice): Document | undefined {
  const elements = { ...document.model.elements };
  const id = dice.pick(Object.keys(elements));
  if (dice.percent(25)) delete elements[id];
  else if (dice.percent(30)) elements[`typed-${dice.roll(3)}`] = { kind: "process", title: dice.pick(titles) };
  else elements[id] = { ...elements[id], title: dice.pick(titles) };
  const edited: Document = { ...document, model: { ...document.model, elements } };
  return canonicalText(edited) === canonicalText(document) ? undefined : edited;
}

function some<T>(list: readonly T[], dice: Dice): readonly T[] {
  return list.filter(() => dice.percent(50));
}

/** What somebody sees and may point at. */
class Things {
  readonly #document: Document;
  readonly #dice: Dice;

  constructor(document: Document, dice: Dice) {
    this.#document = document;
    this.#dice = dice;
  }

  element(): string {
    return this.#one(this.#document.model.elements, "web");
  }

  flow(): string {
    return this.#one(this.#document.model.flows, "save");
  }

  zone(): string {
    return this.#one(this.#document.model.zones, "inner");
  }

  zoneOf(): { readonly zone?: string } {
    return this.#dice.percent(60) ? { zone: this.zone() } : {};
  }

  #one(map: Readonly<Record<string, unknown>> | undefined, otherwise: string): string {
    const ids = Object.keys(map ?? {});
    return ids.length === 0 ? otherwise : this.#dice.pick(ids);
  }
}
