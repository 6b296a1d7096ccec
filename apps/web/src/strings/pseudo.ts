// The pseudo-locale: every string longer, accented and in brackets, so that one that stands in the code is seen.
const accents: Readonly<Record<string, string>> = { a: "á", e: "é", i: "í", o: "ó", u: "ú", n: "ñ", c: "ç", s: "š" };

/** A string in the pseudo-locale: longer, accented, in brackets; what stands in {{…}} stays. */
export function pseudo(text: string): string {
  const accented = text.replace(/\{\{[^}]*\}\}|[aeiouncs]/g, (part) => accents[part] ?? part);
  return `⟦${accented}${"~".repeat(Math.ceil(text.length / 4))}⟧`;
}

/** All strings of an object so. */
export function pseudoOf(strings: object): object {
  return Object.fromEntries(
    Object.entries(strings).map(([key, value]) => [key, typeof value === "string" ? pseudo(value) : pseudoOf(value)]),
  );
}
