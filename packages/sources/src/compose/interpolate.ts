// Variables in compose files: ${X}, ${X:-default}, $$; and the .env files that they come from.
import type { At } from "../positioned.ts";

/** A value of an .env file with its place. */
export interface EnvValue {
  readonly key: string;
  readonly value: string;
  readonly at: At;
}

/** Reads KEY=value lines; comments, blank lines and what is no setting are passed over. */
export function readEnv(file: string, text: string): readonly EnvValue[] {
  const values: EnvValue[] = [];
  for (const [index, raw] of text.slice(0, 500_000).split("\n").entries()) {
    const match = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.]*)\s*=\s*(.*?)\s*$/.exec(raw.slice(0, 10_000));
    if (!match?.[1] || match[2] === undefined) continue;
    const quoted = /^(["'])(.*)\1$/.exec(match[2]);
    const value = quoted ? (quoted[2] ?? "") : match[2].replace(/\s+#.*$/, "");
    values.push({ key: match[1], value, at: { file, line: index + 1 } });
  }
  return values;
}

/** What came of a text: `from` are variables that gave a value, `missing` those that gave none. */
export interface Interpolated {
  readonly text: string;
  readonly from: readonly string[];
  readonly missing: readonly string[];
}

/** Puts variables in. A variable that has neither value nor default becomes nothing and is named in `missing`. */
export function interpolate(text: string, valueOf: (name: string) => string | undefined): Interpolated {
  const from: string[] = [];
  const missing: string[] = [];
  const out = expand(text, valueOf, { from, missing }, 0);
  return { text: out, from, missing };
}

function expand(
  text: string,
  valueOf: (name: string) => string | undefined,
  seen: { from: string[]; missing: string[] },
  depth: number,
): string {
  let out = "";
  let i = 0;
  while (i < text.length) {
    const dollar = text.indexOf("$", i);
    if (dollar < 0 || depth > 5) return out + text.slice(i);
    out += text.slice(i, dollar);
    if (text[dollar + 1] === "$") {
      out += "$";
      i = dollar + 2;
      continue;
    }
    const braces = text[dollar + 1] === "{";
    const end = braces
      ? closing(text, dollar + 2)
      : dollar + 1 + (/^[A-Za-z_][A-Za-z0-9_]*/.exec(text.slice(dollar + 1, dollar + 200))?.[0].length ?? 0);
    const parts = /^([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-?+])([\s\S]*))?$/.exec(text.slice(dollar + (braces ? 2 : 1), end));
    if (!parts?.[1]) {
      out += "$";
      i = dollar + 1;
      continue;
    }
    out += one(parts[1], parts[2] ?? "", parts[3] ?? "", valueOf, seen, depth);
    i = braces ? end + 1 : end;
  }
  return out;
}

function one(
  name: string,
  operator: string,
  rest: string,
  valueOf: (name: string) => string | undefined,
  seen: { from: string[]; missing: string[] },
  depth: number,
): string {
  const value = valueOf(name);
  const has = value !== undefined && (value !== "" || !operator.startsWith(":"));
  if (operator.endsWith("+")) return has ? expand(rest, valueOf, seen, depth + 1) : "";
  if (has) {
    seen.from.push(name);
    return value;
  }
  if (operator.endsWith("-")) return expand(rest, valueOf, seen, depth + 1);
  seen.missing.push(name);
  return "";
}

/** The place of the brace that closes the one before `start`; the end of the text when none does. */
function closing(text: string, start: number): number {
  let open = 1;
  for (let i = start; i < text.length; i++) {
    if (text[i] === "{") open++;
    else if (text[i] === "}" && --open === 0) return i;
  }
  return text.length;
}
