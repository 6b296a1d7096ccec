// Where a reason to review leads: to the thing that it is about, or to the room where the whole is reviewed.
import type { ReviewTrigger, TriggerKind } from "@parapet/core";
import { splitKey } from "@parapet/core";
import type { Selection } from "../../data/selection.ts";

/** What to select, or which room to go to. */
export type TriggerPlace = { readonly selection: Selection } | { readonly room: string };

const rooms: Readonly<Record<string, string>> = {
  diagram: "decomposition",
  surface: "decomposition/surface",
  threats: "enumeration",
};
const kinds: Readonly<Partial<Record<TriggerKind, Selection["kind"]>>> = {
  assumption: "assumption",
  acceptance: "threat",
  decision: "threat",
  score: "threat",
  question: "question",
  contradiction: "question",
  mitigation: "mitigation",
};

export function placeOfTrigger({ kind, id }: Pick<ReviewTrigger, "kind" | "id">): TriggerPlace {
  if (kind === "evidence") return { selection: { kind: "mitigation", id: splitKey(id)?.subject ?? id } };
  const selected = kinds[kind];
  return selected ? { selection: { kind: selected, id } } : { room: rooms[id] ?? "maintenance" };
}
