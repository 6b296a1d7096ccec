// Where a call was pointed at, as options for the next command that people type.
import type { Session } from "./session.ts";
import { textOption } from "./verb.ts";

/** `-C DIR` and `--model NAME`, as far as they were given: what a printed command needs to mean the same model. */
export function placeOption(session: Session): string {
  const given = textOption(session.options, "dir") ?? ".";
  const model = textOption(session.options, "model");
  return [
    given === "." || given === "./" ? "" : `-C ${quote(given)}`,
    model === undefined ? "" : `--model ${quote(model)}`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** Quotes an argument for a POSIX shell. */
function quote(text: string): string {
  return /^[A-Za-z0-9@._:/=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
