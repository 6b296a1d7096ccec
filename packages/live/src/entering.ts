// What comes of changes that happened to the files already, on a document that went on meanwhile.
import {
  apply,
  type Change,
  carryOver,
  checkDocument,
  type Document,
  fail,
  ok,
  type Problem,
  type Result,
} from "@parapet/core";
import { shapeProblems } from "./shape.ts";

type Things = Readonly<Record<string, Readonly<Record<string, Change["after"]>> | undefined>>;

/**
 * The document after an edit of the files, which were at `base`. The values that the edit names are as the files say, whatever others
 * made of them meanwhile; all else stays. Problems when the document would contradict itself, where it did not before.
 */
export function entered(changes: readonly Change[], base: Document, present: Document): Result<Document> {
  const made = apply(base, changes);
  const { changes: fitting, contradicted } = carryOver(made, base, present);
  const document = apply(present, [...fitting, ...contradicted.map((change) => wholeIfGone(change, made, present))]);
  const before = new Set(checkDocument(present).map(({ say }) => say));
  const broken: readonly Problem[] = [
    ...checkDocument(document).filter(({ say }) => !before.has(say)),
    ...(contradicted.length > 0 ? shapeProblems(present, document) : []),
  ];
  return broken.length > 0 ? fail(...broken) : ok(document);
}

/** A value of a thing that somebody removed meanwhile: the files still have the thing, so that it is there again as a whole. */
function wholeIfGone(change: Change, made: Document, present: Document): Change {
  const { collection, id, field } = change;
  const thing = thingIn(made, collection, id);
  if (field === undefined || thing === undefined || thingIn(present, collection, id) !== undefined) return change;
  return { collection, id, after: thing };
}

function thingIn(document: Document, collection: string, id: string): Change["after"] {
  const [layer = "", key = ""] = collection.split(".");
  const things = (document as unknown as Readonly<Record<string, Things | undefined>>)[layer]?.[key];
  return things && Object.hasOwn(things, id) ? things[id] : undefined;
}
