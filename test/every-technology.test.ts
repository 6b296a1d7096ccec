// Every technology is recognised by the names that its card gives: no two cards claim one, the compose source finds it by its images, and it is
// listed. That its facts exist on its kind is proven by the laws of packages/knowledge.
import { discover } from "@parapet/sources";
import { describe, expect, test } from "vitest";
import { knowledge, textOf } from "./laws/shipped.ts";

const { technologies } = knowledge;
const reference = textOf("docs/reference/technologies.md");

test.each(["images", "packages", "schemes"] as const)("no two technologies claim the same of their %s", (field) => {
  const claimed = new Map<string, string[]>();
  for (const one of technologies)
    for (const name of one[field] ?? []) claimed.set(name, [...(claimed.get(name) ?? []), one.id]);
  expect([...claimed].filter(([, ids]) => ids.length > 1)).toEqual([]);
});

/** The technologies that the compose source sees in a service with this image. */
function seenIn(image: string): readonly string[] {
  const text = `services:\n  thing:\n    image: "registry.example.org/team/${image}:1.2"\n`;
  const { observed, problems } = discover([{ path: "compose.yaml", text }], { technologies });
  expect(problems).toEqual([]);
  return Object.values(observed.elements ?? {}).flatMap((element) => element.technologies ?? []);
}

describe.each(technologies.map((technology) => ({ id: technology.id, technology })))("$id", ({ id, technology }) => {
  test("can be recognised by something", () => {
    const { images, packages, schemes, ports } = technology;
    expect([images, packages, schemes, ports].some((names) => (names ?? []).length > 0)).toBe(true);
  });

  test("is seen in a service that runs its image, and nothing else is", () => {
    const images = technology.images ?? [];
    expect(images.map(seenIn)).toEqual(images.map(() => [id]));
  });

  test("is listed, with the facts that it brings", () => {
    const row = reference.split("\n").find((line) => line.startsWith(`| \`${id}\` |`));
    expect(row).toContain(technology.title);
    for (const [fact, value] of Object.entries(technology.facts)) expect(row).toContain(`\`${fact}\` ${value}`);
  });
});
