// `parapet --help`: every verb by group, in the order of the workflow.
import type { VerbEntry } from "../verb.ts";
import { bold, columns } from "./style.ts";

/** The overview of all verbs. */
export function overview(verbs: readonly VerbEntry[]): string {
  const groups = [...new Set(verbs.map((verb) => verb.group))];
  const rows = groups.map((group) => {
    const lines = verbs.filter((verb) => verb.group === group).map((verb) => [`  ${verb.name}`, verb.summary]);
    return `${bold(group)}\n${columns(lines)}`;
  });
  return `Parapet: the threat modeling team.\n\nUsage: parapet VERB [ARGUMENTS] [--help]\n\n${rows.join("\n\n")}\n\nStart with: parapet init DIR, then parapet run DIR.\n`;
}
