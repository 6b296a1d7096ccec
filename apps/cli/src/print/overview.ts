// `parapet --help`: every verb by group, in the order of the workflow.
import type { VerbEntry } from "../verb.ts";
import { bold, columns } from "./style.ts";

/** The overview of all verbs. */
export function overview(verbs: readonly VerbEntry[]): string {
  const lines = columns(verbs.map((verb) => [`  ${verb.name}`, verb.summary])).split("\n");
  const groups = [...new Set(verbs.map((verb) => verb.group))].map((group) => {
    const own = verbs.flatMap((verb, i) => (verb.group === group ? [lines[i] as string] : []));
    return `${bold(group)}\n${own.join("\n")}`;
  });
  return `Parapet: the threat modeling team.\n\nUsage: parapet VERB [ARGUMENTS] [--help]\n\n${groups.join("\n\n")}\n\nStart with: parapet init DIR, then parapet run DIR.\n`;
}
