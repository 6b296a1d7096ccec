// Words for numbers and lists, so that every member counts the same way.

/** "1 flow", "3 flows", "no flow". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n === 0 ? "no" : n} ${n === 1 || n === 0 ? one : many}`;
}

/** "1 flow has", "3 flows have". */
export function counted(n: number, one: string, verbOne: string, verbMany: string, many = `${one}s`): string {
  return `${count(n, one, many)} ${n === 1 || n === 0 ? verbOne : verbMany}`;
}

/** "a, b and c"; beyond `most` the rest is counted. */
export function list(items: readonly string[], most = 4): string {
  if (items.length <= 1) return items[0] ?? "none";
  if (items.length <= most) return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
  return `${items.slice(0, most).join(", ")} and ${items.length - most} more`;
}

/** A sentence where the condition holds, none otherwise. */
export function when(condition: boolean, sentence: () => string): readonly string[] {
  return condition ? [sentence()] : [];
}

/** Begins with a capital letter. */
export function sentence(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase());
}

/** Risk to no more digits than it is worth. */
export function risk(value: number): string {
  return String(Math.round(value));
}
