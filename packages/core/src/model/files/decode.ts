// Bytes → text: size, encoding and merge markers are judged before anything parses.
import type { Layer } from "../document.ts";
import { fail, ok, type Problem, problem, type Result } from "../problem.ts";
import { fileLimits } from "./limits.ts";

/** The text of a file without its byte order mark, or why it is not text that we read. */
export function decode(layer: Layer, file: string, content: string | Uint8Array): Result<string> {
  const limit = fileLimits[layer].bytes;
  const bytes = typeof content === "string" ? utf8Length(content, limit) : content.length;
  if (bytes > limit) return fail(tooLarge(file, limit));
  const text = typeof content === "string" ? content : textOf(content);
  if (text === undefined || text.includes("\u0000"))
    return fail(
      problem("not-text", `${file} is binary or not UTF-8.`, "Save the file as UTF-8 text.", {
        file,
        line:
          typeof content === "string"
            ? content.slice(0, content.indexOf("\0")).split("\n").length
            : lineOfBadByte(content),
      }),
    );
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const markers = conflictMarkers(file, plain);
  return markers ? fail(markers) : ok(plain);
}

function tooLarge(file: string, limit: number): Problem {
  return problem(
    "file-too-large",
    `${file} is larger than ${limit / (1024 * 1024)} MB.`,
    "Split the system into several models, or take out what is no threat model.",
    { file },
  );
}

/** The UTF-8 length, or something above the limit once that is certain. */
function utf8Length(text: string, limit: number): number {
  if (text.length > limit || text.length * 3 <= limit) return text.length;
  return new TextEncoder().encode(text).length;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The first line that holds a NUL or is no UTF-8: no character of several bytes holds a line end. */
function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from);
    const one = bytes.subarray(from, end < 0 ? bytes.length : end);
    if (textOf(one)?.includes("\0") ?? true) return line;
    from += one.length + 1;
  }
  return line;
}

function conflictMarkers(file: string, text: string): Problem | undefined {
  const found = /^<{7}(?: |\r?$)/m.exec(text);
  if (!found) return undefined;
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < found.index; at = text.indexOf("\n", at + 1)) line++;
  return problem(
    "conflict-markers",
    `${file} holds the markers of an unfinished git merge.`,
    "Finish the merge: keep the lines of both sides that are right and delete the lines <<<<<<<, ======= and >>>>>>>.",
    { file, line, column: 1 },
  );
}
