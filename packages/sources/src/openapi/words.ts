// Names of programs as words: "CreateOrderRequest", "order_items" and "orders/{id}" as what a person calls the thing.

/** The words of a name, lower case: camelCase, snake_case and kebab-case alike. */
export function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

/** Words as a title: "order items" → "Order items". */
export function titleOf(words: readonly string[]): string {
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const leading = new Set(
  "create update upsert new patch add edit replace partial base list get put post paginated paged body".split(" "),
);
const trailing = new Set(
  "request response requests responses req res dto input output payload body schema model resource list collection page pages create update in out read write params result results wrapper entity vo ref".split(
    " ",
  ),
);

/**
 * The name of what a schema is about: request, response and list variants of one thing get one name.
 * Package prefixes go, and of a generic type its argument stays.
 */
export function subjectOf(schemaName: string): readonly string[] {
  const inner = /[«<[]([^«»<>[\]]+)[»>\]]/.exec(schemaName)?.[1] ?? schemaName;
  const last =
    inner
      .split(".")
      .filter((part) => /\p{L}/u.test(part))
      .at(-1) ?? inner;
  const words = wordsOf(last);
  let from = 0;
  let to = words.length;
  while (from < to - 1 && leading.has(words[from] as string)) from++;
  while (to > from + 1 && trailing.has(words[to - 1] as string)) to--;
  return words.slice(from, to);
}

/** One of several: "orders" → "order". English rules of thumb; a wrong guess is only an odd name. */
export function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is|news)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(xes|sses|ches|shes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/** What a path is about: its last fixed segment, as one of several. */
export function subjectOfPath(path: string): readonly string[] {
  const fixed = path.split(/[/?#:]/).filter((part) => part !== "" && !part.includes("{") && !/^v\d+$/i.test(part));
  const words = wordsOf(fixed.at(-1) ?? "");
  return words.map((word, i) => (i === words.length - 1 ? singular(word) : word));
}
