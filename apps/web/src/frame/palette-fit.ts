// How well a choice of the palette fits what is typed. Pure.

/**
 * 0 when a typed word is nowhere in `text`, else up to 1: words that begin where a word of the text begins count most, and of two
 * texts with the same words the shorter one comes first. Case does not count.
 */
export function fit(text: string, typed: string): number {
  const inside = text.toLowerCase();
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  let sum = 0;
  for (const word of words) {
    const at = inside.indexOf(word);
    if (at < 0) return 0;
    sum += at === 0 ? 1 : begins(inside, word) ? 0.8 : 0.4;
  }
  return words.length === 0 ? 1 : (sum / words.length) * (1 - Math.min(inside.length, 1000) / 10_000);
}

function begins(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ")) return true;
  return false;
}
