// Replacements in one text, gathered in any order and made in one pass.

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The replacements; they never overlap, and insertions at one place keep the order in which they came. */
export class Splices {
  readonly #all: Splice[] = [];

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  add(start: number, end: number, text: string): void {
    this.#all.push({ start, end, text });
  }

  /** The text with every replacement made; new line ends are those of the text. */
  appliedTo(text: string): string {
    const returns = text.includes("\r\n");
    const order = (splice: Splice) => (splice.end > splice.start ? 1 : 0);
    const sorted = [...this.#all].sort((a, b) => a.start - b.start || order(a) - order(b));
    const out: string[] = [];
    let at = 0;
    for (const splice of sorted) {
      out.push(text.slice(at, splice.start), returns ? splice.text.replaceAll("\n", "\r\n") : splice.text);
      at = splice.end;
    }
    out.push(text.slice(at));
    return out.join("");
  }
}
