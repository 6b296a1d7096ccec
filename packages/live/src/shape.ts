// Whether a document that was put together from two people's changes has the shape that its files must have.
import { type Document, layerNames, layers, type Problem, problem } from "@parapet/core";

/** What does not fit the schemas of the layers in which two documents differ; the first one is taken to fit. */
export function shapeProblems(before: Document, after: Document): readonly Problem[] {
  return layerNames.flatMap((name) => {
    if (after[name] === undefined || after[name] === before[name]) return [];
    const parsed = layers[name].schema.safeParse(after[name]);
    if (parsed.success) return [];
    return parsed.error.issues.slice(0, 10).map(({ path, message }) => {
      const say = `${layers[name].file} would not be valid at ${path.join(".") || "its top"}: ${message.replace(/[.\s]+$/, "")}.`;
      return problem("wrong-type", say, "Two edits do not go together; look at what stands now, and repeat yours.");
    });
  });
}
