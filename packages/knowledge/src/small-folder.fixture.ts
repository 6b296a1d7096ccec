// A small folder that keeps every law, for tests that break one of them.
import { derivedFacts } from "@parapet/core";
import { compile } from "./compile.ts";

/** A small folder that keeps every law. */
export const folder: Readonly<Record<string, string>> = {
  "release.yaml": 'release: "2026.11"\n',
  "facts/transit/sealed.yaml": `id: sealed
on: [flow]
sense: countermeasure
say: "{subject} is sealed"
pool: sealing
for: operations
asked: zone
why: An open letter is read on the way.
`,
  "pools/sealing.yaml": `id: sealing
on: [flow]
ask: "How is {subject} sealed?"
for: operations
asked: zone
why: One answer for all.
values:
  wax: {say: with wax, facts: {sealed: yes}}
  none: {say: not, facts: {sealed: no}}
`,
  "facts/storage/keeps-letters.yaml": `id: keeps-letters
on: [data-store]
sense: nature
say: "{subject} keeps letters"
ask: "Does {subject} keep letters?"
for: engineer
asked: thing
why: Letters are read by thieves.
`,
  "rules/transit/open-letter.yaml": `id: open-letter
title: Letters can be read on the way
stride: [information-disclosure]
on: [flow]
applies: {all: [crosses-border, to.keeps-letters]}
unless: sealed
say: "{data} can be read between {from} and {to}"
why: Anybody on the way can open it.
detection: The flow crosses a border.
false-positives: None known.
start:
  internet-anonymous: {reproducibility: 9, exploitability: 7}
  internet-authenticated: {reproducibility: 8, exploitability: 6}
  internal: {reproducibility: 5, exploitability: 4}
damage: {from: data, cap: 9}
affected: all
prior: 0.3
controls: [notice, wax-seal]
cwe: [319]
capec: [94]
asvs: [V12.2.1]
examples:
  flags: [{model: {flows: {post: {}}}, at: post}]
  addresses: [{model: {flows: {post: {}}}, at: post}]
  passes: [{model: {elements: {desk: {kind: process}}}, at: desk}]
`,
  "controls/wax-seal.yaml": control("wax-seal", "structural", "[sealed]"),
  "controls/notice.yaml": control("notice", "detective", "[]"),
  "technologies/drawer.yaml": `id: drawer
title: Drawer
kind: data-store
facts: {keeps-letters: yes}
images: [drawer]
ports: [42]
`,
  "catalogs/cwe.json": catalog("cwe", [{ id: "319", title: "Cleartext" }]),
  "catalogs/capec.json": catalog("capec", [{ id: "94", title: "Adversary" }]),
  "catalogs/asvs-5.0.json": catalog("asvs-5.0", [{ id: "V12.2.1", level: 1 }]),
};

export function control(id: string, level: string, establishes: string): string {
  return `id: ${id}
title: A ${id}
level: ${level}
effort: small
on: [flow]
what: Close the letter.
removes: Reading on the way.
establishes: ${establishes}
caps: {exploitability: 2}
stacks: {default: {configuration: Use wax.}}
criteria:
  unbroken: {given: a letter, when: it arrives, then: the seal is whole, verify: by eye, required: yes}
`;
}

function catalog(id: string, entries: readonly object[]): string {
  return JSON.stringify({
    id,
    version: "1",
    source: "test",
    licence: "none",
    holds: "ids",
    records: entries.length,
    entries,
  });
}

export function build(changed: Readonly<Record<string, string | undefined>> = {}) {
  const files = Object.entries({ ...folder, ...changed }).flatMap(([path, text]) =>
    text === undefined ? [] : [{ path, text }],
  );
  return compile(files, { derived: derivedFacts });
}

export function problemsOf(result: ReturnType<typeof build>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ say, where }) => `${where?.file}:${where?.line} ${say}`);
}

export const rule = "rules/transit/open-letter.yaml";
export const seal = "controls/wax-seal.yaml";
export const sealed = "facts/transit/sealed.yaml";
export const letters = "facts/storage/keeps-letters.yaml";
export const drawer = "technologies/drawer.yaml";
export const sealing = "pools/sealing.yaml";

/** A file of the folder with one place changed. */
export function edited(path: string, from: string, to: string): string {
  const text = folder[path] as string;
  if (!text.includes(from)) throw new Error(`${path} has no "${from}"`);
  return text.replace(from, to);
}
