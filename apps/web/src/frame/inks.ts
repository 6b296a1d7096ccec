// The colour of a person: the same in the top bar and on the diagram, on every page.

const inks = ["#2f6fd0", "#b4487a", "#267a4b", "#96600f", "#7a55c7", "#187880"] as const;

/** One of a few inks, all of which white can be read on. */
export function inkOf(session: string): string {
  let sum = 0;
  for (const letter of session) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return inks[sum % inks.length] as string;
}
