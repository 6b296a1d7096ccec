// The small schemas that every knowledge file is made of.
import * as z from "zod";

/** An id of a fact, pool, rule, technology or control: also the name of its file. */
export const knowledgeId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, "an id is a lower-case letter, then lower-case letters, digits and dashes")
  .max(80);

/** One line that people read. */
export const sentence = z.string().min(3).max(400);

/** Some sentences that people read. */
export const prose = z.string().min(3).max(3000);

/** YAML 1.2 has no yes and no: they are words, and mean what they say. */
export const yesNo = z.enum(["yes", "no"]);

/** True when no member stands twice. */
export function distinct(list: readonly unknown[]): boolean {
  return new Set(list).size === list.length;
}

/** A list in which nothing stands twice. */
export function setOf<S extends z.ZodType>(item: S) {
  return z.array(item).refine(distinct, "a member stands twice");
}

/** An identifier of an ASVS 5.0 requirement. */
export const asvsId = z.string().regex(/^V\d{1,2}\.\d{1,2}\.\d{1,2}$/, "an ASVS id looks like V12.2.1");

/** An identifier of a NIST SP 800-53 control: `AC-3`, `SC-8(1)`. */
export const nistId = z.string().regex(/^[A-Z]{2}-\d{1,2}(\(\d{1,2}\))?$/, "an 800-53 id looks like AC-3 or SC-8(1)");
