// Law: every string of the workbench and of the guest's page is shown by something. A key is used where the code names it, with a
// part left open (`words.tier.${tier}`) or by its group too; the forms of a plural are used where their common name is.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { guest } from "./en/guest.ts";
import { en } from "./en.ts";

const sources = fileURLToPath(new URL("..", import.meta.url));
const code = readdirSync(sources, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^testing\//.test(file) && !file.startsWith("strings"))
  .map((file) => readFileSync(join(sources, file), "utf8"))
  .join("\n");

describe("every string", () => {
  it.each([
    ["the workbench", en, 2],
    ["the guest's page", guest, 1],
  ])("of %s is shown by something", (_, strings, least) => {
    const named = namedIn(code, Object.keys(strings), least);
    expect(keysOf(strings).filter((key) => !named(key.replace(/_(zero|one|two|few|many|other)$/, "")))).toEqual([]);
  });
});

/**
 * Tells whether a piece of code names a key: in quotes as it stands, by its group, or as a template whose open places stand for one
 * name each. Of a group or a template so many names stand there at least, or the name of a room would be one for all of its strings.
 */
function namedIn(text: string, parts: readonly string[], least: number): (key: string) => boolean {
  const whole = new Set([...text.matchAll(/["'`]([\w.-]+)["'`]/g)].map(([, key]) => key as string));
  const open = [...text.matchAll(/`(\w+\.[\w.-]*\$\{[^`]*)`/g)]
    .filter(([, template]) => parts.some((part) => template?.startsWith(`${part}.`)))
    .filter(([, template]) => depthOf((template as string).split("${")[0] as string) > least)
    .map(([, template]) => patternOf(template as string));
  const patterns = [...new Set(open)].map((pattern) => new RegExp(`^${pattern}$`));
  return (key) =>
    whole.has(key) ||
    (depthOf(aboveOf(key)) >= least && whole.has(aboveOf(key))) ||
    patterns.some((pattern) => pattern.test(key));
}

/** The key of the group that a key lies in: a group may be read as a whole. */
function aboveOf(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf(".")));
}

/** How many names a key has, the open one after a last dot too. */
function depthOf(key: string): number {
  return key.split(".").length;
}

function patternOf(template: string): string {
  return template
    .split(/\$\{[^}]*\}/)
    .map((part) => part.replace(/[.*+?^$()|[\]\\{}]/g, "\\$&"))
    .join("[^.]+");
}

function keysOf(strings: object, path = ""): readonly string[] {
  return Object.entries(strings).flatMap(([key, value]) =>
    typeof value === "string" ? [`${path}${key}`] : keysOf(value as object, `${path}${key}.`),
  );
}
