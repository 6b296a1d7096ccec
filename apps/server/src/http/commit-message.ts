// A commit message composed from what was done: the first line says the most, the rest lists it. Parapet commits nothing by itself.
import { type KnowsPeople, nameOfPerson } from "@parapet/core";
import type { Entry } from "@parapet/live";

const widest = 72;
const mostLines = 40;

/** The message for the entries since the last commit; where nobody knows them, for the sentences of the difference. */
export function messageFrom(entries: readonly Entry[], sentences: readonly string[], known: KnowsPeople): string {
  const undone = new Set(entries.flatMap(({ undoes }) => (undoes === undefined ? [] : [undoes])));
  const standing = entries.filter(({ id, undoes }) => undoes === undefined && !undone.has(id));
  const titles = [...new Set(standing.filter(({ calls }) => calls.length > 0).map(({ title }) => title))];
  const lines = titles.length > 0 ? titles : sentences;
  const [only, ...more] = lines;
  if (only === undefined) return "";
  if (more.length === 0) return `${short(only)}\n`;
  const people = [...new Set(standing.map(({ by }) => nameOfPerson(known, by)))].sort();
  const head = `Threat model: ${lines.length} changes`;
  const listed = lines.slice(0, mostLines).map((line) => `- ${line}`);
  const rest = lines.length > mostLines ? [`- and ${lines.length - mostLines} more`] : [];
  const who = people.length > 1 ? ["", `Worked on by ${people.join(", ")}.`] : [];
  return [head, "", ...listed, ...rest, ...who, ""].join("\n");
}

function short(text: string): string {
  return text.length <= widest ? text : `${text.slice(0, widest - 1)}…`;
}
