// Threats that a sentence may mean: by the words that they share, on the same subject first.
import type { Threat } from "@parapet/core";

/** Words that say nothing of what a sentence is about. */
const idle = new Set(
  "a an and are as at be by can for from has have in into is it its may no not of on or so that the their them they this to was what when which who whose will with".split(
    " ",
  ),
);

export function wordsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .normalize("NFC")
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.filter((word) => !idle.has(word)).map(stem));
}

/** The same word in another form: its first letters. */
function stem(word: string): string {
  return word.length > 6 ? word.slice(0, 6) : word;
}

/** The threats nearest to a sentence: at least two words, or half of those that it has, are shared. */
export function similarThreats(
  say: string,
  subject: string | undefined,
  threats: readonly Threat[],
  most = 3,
): readonly Threat[] {
  const words = wordsOf(say);
  if (words.size === 0) return [];
  const scored = threats.flatMap((threat) => {
    let shared = 0;
    for (const word of wordsOf(threat.title)) if (words.has(word)) shared += 1;
    const here = subject !== undefined && threat.subject === subject;
    const near = shared >= 2 || shared * 2 >= words.size;
    return near && shared > 0 ? [{ threat, value: shared + (here ? 1.5 : 0) }] : [];
  });
  return scored
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
    .map(({ threat }) => threat);
}
