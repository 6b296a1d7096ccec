// Progress on stderr: what takes longer than a second says what it does.
import { fitted, printable } from "./print/style.ts";

/** Says what is being done now. */
export function progress(say: string): void {
  process.stderr.write(printable(fitted(`${say}\n`)));
}
