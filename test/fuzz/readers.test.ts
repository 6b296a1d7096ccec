// Readers on broken files. Some hundred cases by default; PARAPET_FUZZ=50000 tries so many of each kind, PARAPET_FUZZ_SEED=7 others.
// A case that breaks a law is named by its seed, and becomes a row of regressions.ts.
import { describe, expect, test } from "vitest";
import { type Group, knowledgeGroups, modelGroups, storeGroup, systemGroups } from "./corpus.ts";
import { type Broken, documentLaws, knowledgeLaws, sourceLaws, storeLaws, type Verdict } from "./laws.ts";
import { Dice, mutated } from "./mutate.ts";

const wanted = Number(process.env.PARAPET_FUZZ ?? 0);
const first = Number(process.env.PARAPET_FUZZ_SEED ?? 1);

interface Reader {
  readonly name: string;
  readonly groups: () => readonly Group[] | Promise<readonly Group[]>;
  readonly laws: (broken: Broken, dice: Dice) => Verdict | Promise<Verdict>;
  readonly cases: number;
}

const readers: readonly Reader[] = [
  { name: "threat models", groups: modelGroups, laws: documentLaws, cases: 200 },
  { name: "compose and OpenAPI files", groups: systemGroups, laws: sourceLaws, cases: 200 },
  { name: "an organisation's knowledge", groups: knowledgeGroups, laws: knowledgeLaws, cases: 100 },
  { name: "the journal and proposals", groups: async () => [await storeGroup()], laws: storeLaws, cases: 60 },
];

const encoded = (text: string): Uint8Array => Buffer.from(text, "latin1");

function brokenBy(group: Group, path: string, text: string): Broken {
  const files = new Map([...group.files].map(([at, own]) => [at, encoded(at === path ? text : own)]));
  return { files, path };
}

/** The verdict; what is thrown breaks the first law. */
async function judge(reader: Reader, broken: Broken, dice: Dice): Promise<Verdict> {
  try {
    return await reader.laws(broken, dice);
  } catch (error) {
    return { accepted: false, broken: [`throws ${(error as Error).stack?.slice(0, 600)}`] };
  }
}

describe.each(readers)("$name", (reader) => {
  test("broken in every way", { timeout: 60_000 + wanted * 200 }, async () => {
    const groups = await reader.groups();
    const texts = groups.flatMap(({ files }) => [...files.values()]);
    const faults: string[] = [];
    let accepted = 0;
    const cases = wanted || reader.cases;
    for (let seed = first; seed < first + cases; seed++) {
      const dice = new Dice(seed);
      const group = dice.pick(groups);
      const path = dice.pick(group.broken);
      const { text, how } = mutated(group.files.get(path) as string, dice, dice.pick(texts));
      const started = performance.now();
      const verdict = await judge(reader, brokenBy(group, path, text), dice);
      const took = performance.now() - started;
      if (wanted > 0 && took > 1500) console.log(`slow: ${reader.name} seed ${seed} ${path} ${how.join(", ")} ${took}`);
      if (verdict.accepted) accepted++;
      for (const law of verdict.broken) faults.push(`seed ${seed}, ${path}, ${how.join(", ")}: ${law}`);
      if (faults.length > 40) break;
    }
    expect(faults).toEqual([]);
    if (wanted > 0) console.log(`${reader.name}: ${cases} cases, ${accepted} accepted`);
    // Neither all accepted nor all refused: else the mutations are too tame or too wild to show anything.
    expect(accepted).toBeGreaterThan(cases / 20);
    expect(accepted).toBeLessThan(cases - cases / 20);
  });

  test("cut off at every so many bytes", { timeout: 60_000 + wanted * 200 }, async () => {
    const groups = await reader.groups();
    const all = groups.flatMap((group) => group.broken.map((path) => ({ group, path })));
    const faults: string[] = [];
    const cuts = Math.ceil((wanted || reader.cases) / 2 / all.length);
    for (const [index, { group, path }] of all.entries()) {
      if (!wanted && all.length > reader.cases / 2 && index % Math.ceil(all.length / (reader.cases / 2)) !== 0)
        continue;
      const whole = group.files.get(path) as string;
      for (let cut = 1; cut <= Math.min(cuts, whole.length); cut++) {
        const at = Math.floor((whole.length * cut) / (cuts + 1));
        const verdict = await judge(reader, brokenBy(group, path, whole.slice(0, at)), new Dice(at));
        for (const law of verdict.broken) faults.push(`${path} cut at ${at}: ${law}`);
      }
      if (faults.length > 40) break;
    }
    expect(faults).toEqual([]);
  });

  test("as they are, none is refused", async () => {
    for (const group of await reader.groups())
      for (const path of group.broken) {
        const verdict = await judge(reader, brokenBy(group, path, group.files.get(path) as string), new Dice(1));
        expect(verdict, path).toEqual({ accepted: true, broken: [] });
      }
  });
});
