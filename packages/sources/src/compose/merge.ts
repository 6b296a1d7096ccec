// Lays one compose file over another, as compose does for the keys that matter here.
import { type At, itemsOf, type MapNode, type PositionedNode, textOf } from "../positioned.ts";

/** Lists that are maps in another form: `KEY=value`, `host:address`, or bare names. */
const keyedLists: Readonly<Record<string, string>> = {
  environment: "=",
  labels: "=",
  args: "=",
  extra_hosts: ":",
  depends_on: "",
  networks: "",
};
/** Values that a later file replaces as a whole. */
const replaced = new Set(["command", "entrypoint", "test"]);

/** A list of `KEY=value` or names as the map that it stands for; maps as they are. */
export function keyed(node: PositionedNode | undefined, separator: string): MapNode | undefined {
  if (!node || node.kind === "map") return node;
  const entries = new Map<string, PositionedNode>();
  const keys = new Map<string, At>();
  for (const item of itemsOf(node)) {
    const text = textOf(item);
    if (text === undefined) continue;
    const cut = separator === "" ? -1 : text.indexOf(separator);
    const key = cut < 0 ? text : text.slice(0, cut);
    const value = cut < 0 ? null : text.slice(cut + 1);
    entries.set(key, { kind: "scalar", at: item.at, value, text: value ?? "" });
    keys.set(key, item.at);
  }
  return { kind: "map", at: node.at, entries, keys };
}

/** `over` laid over `base`. */
export function mergeOver(base: MapNode, over: MapNode): MapNode {
  const entries = new Map(base.entries);
  const keys = new Map(base.keys);
  for (const [key, value] of over.entries) {
    const before = entries.get(key);
    if ("tag" in value && value.tag === "!reset") {
      entries.delete(key);
      continue;
    }
    entries.set(key, before === undefined ? value : merged(key, before, value));
    if (!keys.has(key)) keys.set(key, over.keys.get(key) ?? value.at);
  }
  return { kind: "map", at: base.at, entries, keys };
}

function merged(key: string, base: PositionedNode, over: PositionedNode): PositionedNode {
  if (replaced.has(key) || ("tag" in over && over.tag === "!override")) return over;
  if (over.kind === "scalar" && over.value === null) return base;
  const separator = keyedLists[key];
  if (separator !== undefined) {
    const below = keyed(base, separator);
    const above = keyed(over, separator);
    if (below && above) return mergeOver(below, above);
  }
  if (base.kind === "map" && over.kind === "map") return mergeOver(base, over);
  if (base.kind === "list" && over.kind === "list")
    return { kind: "list", at: base.at, items: [...base.items, ...over.items] };
  return over;
}
