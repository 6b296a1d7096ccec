// The small schemas that every noun is made of.
import * as z from "zod";
import { idPattern } from "./ids.ts";

/** An id of a thing. */
export const id = z
  .string()
  .regex(idPattern, "bad-id")
  .max(80)
  .meta({ id: "id", title: "Id: a lower-case letter, then letters, digits, dashes" });

/** A day: 2026-11-24. */
export const date = z.iso.date().meta({ id: "date", title: "Day, as 2026-11-24" });

/** A day, or an instant with its offset: 2026-11-24T10:15:00Z. Whoever has a clock gives it. */
export const moment = z.union([date, z.iso.datetime({ offset: true })]);

/** One line of text that people read. */
export const line = z.string().min(1).max(300);

/** Some sentences that people read. */
export const text = z.string().min(1).max(4000);

/** A person: the key of people.yaml or of participants, or a name. */
export const person = z.string().min(1).max(120);

/** The field of an entry that names who wrote it down. */
export const recordedBy = person.optional().meta({ title: "Who wrote it down, when the person only said it" });

/** A place in a source: `compose.yaml:12` or `api/openapi.yaml:40:5`. */
export const place = z.string().min(1).max(400);

/** An id list that behaves as a set: order means nothing, a member stands once. */
export const idSet = z.array(id).max(2000);

/** The key of a threat: `rule@subject`. */
export const threatKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]*@[a-z][a-z0-9-]*$/, "bad-id")
  .max(200);

/** A map keyed by id. */
export const mapOf = <S extends z.ZodType>(value: S) => z.record(id, value);
