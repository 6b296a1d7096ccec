// How one value is written so that every YAML 1.2 reader reads it back as it is.

/** What the core schema of YAML 1.2 reads as null, yes-or-no, integer or float (YAML 1.2.2, §10.3.2). */
const notString = new RegExp(
  [
    "^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE",
    "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
    "[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))?$",
  ].join("|"),
);

/** Spellings that some reader takes for a number or date part although the core schema does not: quoted to be safe. */
const numberLike = /^[-+]?(?:0[xob]|\.?[0-9])[0-9a-fA-F_,.:oxbeE+-]*$/;
const day = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** True when a plain scalar is a text. */
export function readsAsString(plain: string): boolean {
  return !notString.test(plain);
}

/** One text on one line: plain when that is safe, else in double quotes. */
export function scalarText(value: string, place: { readonly flow: boolean; readonly quoted?: boolean }): string {
  return !place.quoted && isPlain(value, place.flow) ? value : quoted(value);
}

/** Starts that no indicator of YAML uses, then letters, digits and marks that mean nothing inside a plain scalar. */
const plainBlock = /^[\p{L}\p{N}_/(][\p{L}\p{M}\p{N}_/()@.,;=+*&%$!?'"<>{}[\]|~^–—…“”‘’·§°€#: -]*$/u;
const plainFlow = /^[\p{L}\p{N}_/(][\p{L}\p{M}\p{N}_/()@.;=+*&%$!?'"<>|~^–—…“”‘’·§°€#: -]*$/u;

function isPlain(value: string, flow: boolean): boolean {
  if (value === "" || !(flow ? plainFlow : plainBlock).test(value)) return false;
  if (/: |:$| #| $/.test(value) || (flow && /:(?![A-Za-z0-9/])/.test(value))) return false;
  return readsAsString(value) && (!numberLike.test(value) || day.test(value));
}

/** JSON's double quotes are YAML's, but for characters that YAML does not print. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The lines of a text of several lines as a literal block; undefined when it would not read back the same. */
export function literalText(value: string, indent: string): string | undefined {
  if (!/\n./.test(value) || /^[\s]|[^\S\n]\n|[^\S\n]$|\n\n$/.test(value)) return undefined;
  if (!/^[\p{L}\p{M}\p{N}\p{P}\p{S}\n ]*$/u.test(value)) return undefined;
  const strip = !value.endsWith("\n");
  const lines = (strip ? value : value.slice(0, -1)).split("\n");
  return `|${strip ? "-" : ""}\n${lines.map((line) => (line === "" ? "" : indent + line)).join("\n")}`;
}
