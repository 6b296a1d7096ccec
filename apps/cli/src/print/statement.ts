// What a threat that somebody wrote down does not say yet, with an example from the model; nothing when it says all.
import { type Document, exampleOfPart, missingParts, namesForStatements, type StatementPart } from "@parapet/core";
import { dim, hanging } from "./style.ts";

const words: Readonly<Record<StatementPart, string>> = {
  source: "who does it",
  prerequisite: "what they need first",
  action: "what they do",
  impact: "what comes of it",
  affected: "what suffers",
};

/** A line about the first part that a sentence lacks; what it is raised on suffers, whether it is named or not. */
export function statementHint(say: string, subject: string, document: Document): string | undefined {
  const missing = missingParts(say, namesForStatements(document)).filter(
    (part) => part !== "affected" || subject === "model",
  );
  const [part] = missing;
  if (part === undefined) return undefined;
  const example = exampleOfPart(part, document, subject);
  return dim(hanging("", 2, `It does not say ${words[part]}, for example “${example}”.`));
}
