// Three-valued logic (Kleene, "Introduction to Metamathematics", 1952, §64: the strong tables).

/** The value of a fact, and the result of a tree over facts. */
export type Kleene = "yes" | "no" | "unknown";

/** The same three values as the engine's columns hold them. */
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;
/** Stated not-applicable: left out of a tree altogether. */
export const NOT_APPLICABLE = 3;

const names = ["no", "yes", "unknown", "not-applicable"] as const;
export type FactValue = (typeof names)[number];

/** The word for a code of a column. */
export function valueName(code: number): FactValue {
  return names[code & 3] as FactValue;
}

/** The code of a word. */
export function valueCode(value: FactValue): number {
  return names.indexOf(value);
}

/** No if any is no, else unknown if any is unknown, else yes (also of nothing at all). */
export function and(values: readonly Kleene[]): Kleene {
  if (values.includes("no")) return "no";
  return values.includes("unknown") ? "unknown" : "yes";
}

/** Yes if any is yes, else unknown if any is unknown, else no (also of nothing at all). */
export function or(values: readonly Kleene[]): Kleene {
  if (values.includes("yes")) return "yes";
  return values.includes("unknown") ? "unknown" : "no";
}

/** Yes and no change places; unknown stays. */
export function not(value: Kleene): Kleene {
  if (value === "unknown") return "unknown";
  return value === "yes" ? "no" : "yes";
}
