// Where a thing of the model names others: the one list of referring fields, read by redirects, renames and removals.

type Bag = Readonly<Record<string, unknown>>;

/** Fields that name one thing. */
export const referenceFields = ["zone", "in", "on", "from", "to", "element"] as const;

/** Fields that name a set of things. */
export const referenceSets = ["also-on", "holds", "carries", "returns", "allows", "via", "used-by"] as const;

/** Fields without which an observed thing has no place: it goes when what they name is left out. */
const placing = new Set<string>(["from", "to", "on"]);

/** The thing with every reference replaced by the id that it means now (id → id); the same object when nothing changes. */
export function redirectReferences(thing: Bag, redirects: ReadonlyMap<string, string>): Bag {
  if (redirects.size === 0) return thing;
  const changed: Record<string, unknown> = {};
  for (const field of referenceFields) {
    const value = thing[field];
    const now = typeof value === "string" ? redirects.get(value) : undefined;
    if (now !== undefined) changed[field] = now;
  }
  for (const field of referenceSets) {
    const value = thing[field] as readonly string[] | undefined;
    if (value?.some((id) => redirects.has(id)))
      changed[field] = [...new Set(value.map((id) => redirects.get(id) ?? id))];
  }
  const facts = redirectPartly(thing.facts as Bag | undefined, redirects);
  if (facts !== thing.facts) changed.facts = facts;
  return Object.keys(changed).length === 0 ? thing : { ...thing, ...changed };
}

function redirectPartly(facts: Bag | undefined, redirects: ReadonlyMap<string, string>): Bag | undefined {
  let out = facts;
  for (const [id, fact] of Object.entries(facts ?? {})) {
    const partly =
      typeof fact === "object" && fact !== null ? (fact as { partly?: readonly string[] }).partly : undefined;
    if (!partly?.some((other) => redirects.has(other))) continue;
    out = {
      ...out,
      [id]: { ...(fact as Bag), partly: [...new Set(partly.map((other) => redirects.get(other) ?? other))] },
    };
  }
  return out;
}

/**
 * An observed thing without its references to things that the model leaves out (id → the zone that takes their members, if any);
 * undefined when it hangs on one of them.
 */
export function withoutIgnored(thing: Bag, ignored: ReadonlyMap<string, string | undefined>): Bag | undefined {
  if (ignored.size === 0) return thing;
  let out: Record<string, unknown> | undefined;
  for (const field of referenceFields) {
    const value = thing[field];
    if (typeof value !== "string" || !ignored.has(value)) continue;
    if (placing.has(field)) return undefined;
    out ??= { ...thing };
    const instead = field === "element" ? undefined : firstKept(value, ignored);
    if (instead === undefined) delete out[field];
    else out[field] = instead;
  }
  for (const field of referenceSets) {
    const value = thing[field] as readonly string[] | undefined;
    if (!value?.some((id) => ignored.has(id))) continue;
    out ??= { ...thing };
    out[field] = value.filter((id) => !ignored.has(id));
  }
  return out ?? thing;
}

/** The nearest zone round an ignored one that is not ignored itself. */
function firstKept(zone: string, ignored: ReadonlyMap<string, string | undefined>): string | undefined {
  const seen = new Set<string>();
  let at: string | undefined = zone;
  while (at !== undefined && ignored.has(at) && !seen.has(at)) {
    seen.add(at);
    at = ignored.get(at);
  }
  return at !== undefined && !ignored.has(at) ? at : undefined;
}
