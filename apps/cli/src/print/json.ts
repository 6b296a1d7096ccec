// JSON of a large result, part by part: no string holds all of it, and none is widened because one title somewhere is not ASCII.

/** So many items of a list are written at once. */
const slice = 1000;

/** The JSON of an object on one line, as strings that join to what JSON.stringify gives. */
export function* jsonParts(value: object): Generator<string> {
  let separator = "{";
  for (const [key, part] of Object.entries(value)) {
    if (part === undefined) continue;
    yield `${separator}${JSON.stringify(key)}:`;
    separator = ",";
    if (Array.isArray(part) && part.length > slice) yield* listParts(part);
    else yield JSON.stringify(part);
  }
  yield separator === "{" ? "{}" : "}";
}

function* listParts(list: readonly unknown[]): Generator<string> {
  for (let start = 0; start < list.length; start += slice)
    yield `${start === 0 ? "[" : ","}${JSON.stringify(list.slice(start, start + slice)).slice(1, -1)}`;
  yield "]";
}
