// Controls that may meet a threat written down by hand: no rule names them, so its words are held against cards and rules. A proposal; people choose.
import { wordsOf } from "../enumeration/index.ts";
import { byCodeUnit } from "../model/changes.ts";
import type { Control, Knowledge, Texts } from "../model/knowledge.ts";

/** What the words of a sentence are held against; made once for a knowledge. */
export interface ControlWords {
  readonly controls: readonly {
    readonly id: string;
    readonly card: ReadonlySet<string>;
    /** The words of each rule that names the control. */
    readonly rules: readonly ReadonlySet<string>[];
  }[];
  /** How much a word tells: 1 when one card or rule alone has it, nothing when all have it. */
  readonly weight: (word: string) => number;
}

/** So many controls are proposed. */
const most = 3;
/** Fewer common words than two are chance, and so are words that tell hardly more together than one that a single card has. */
const fewestWords = 2;
const leastShare = 1.3;

export function controlWords(
  { controls, rules }: Pick<Knowledge, "controls" | "rules">,
  texts: Pick<Texts, "controls">,
): ControlWords {
  const cards = controls.map((control) => ({ control, card: wordsOfCard(control, texts) }));
  const told = rules.map((rule) => ({ rule, words: setOf(`${rule.title} ${rule.say.replace(/\{\w+\}/g, " ")}`) }));
  const all = [...cards.map(({ card }) => card), ...told.map(({ words }) => words)];
  const counts = new Map<string, number>();
  for (const words of all) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const whole = Math.log(Math.max(2, all.length));
  return {
    controls: cards.map(({ control: { id }, card }) => ({
      id,
      card,
      rules: told.filter(({ rule }) => rule.controls.includes(id)).map(({ words }) => words),
    })),
    weight: (word) => Math.log(all.length / (counts.get(word) ?? all.length)) / whole,
  };
}

/**
 * The controls that may meet what a sentence says, best first. `among` are those that help against something else on the same thing:
 * where there are some no other is proposed.
 */
export function fittingControls(
  say: string,
  { controls, weight }: ControlWords,
  among: ReadonlySet<string>,
): readonly string[] {
  const said = wordsOf(say);
  const value = (common: readonly string[]) => common.reduce((sum, word) => sum + weight(word), 0);
  return controls
    .filter(({ id }) => among.size === 0 || among.has(id))
    .map(({ id, card, rules }) => {
      const own = said.filter((word) => card.has(word));
      const ofRules = rules.map((rule) => said.filter((word) => rule.has(word)));
      const best = ofRules.reduce((one, other) => (value(other) > value(one) ? other : one), []);
      return { id, words: new Set([...own, ...best]).size, value: Math.round((value(own) + value(best)) * 100) / 100 };
    })
    .filter((one) => one.words >= fewestWords && one.value >= leastShare)
    .sort((a, b) => b.value - a.value || byCodeUnit(a.id, b.id))
    .slice(0, most)
    .map(({ id }) => id);
}

function wordsOfCard({ id, title }: Control, texts: Pick<Texts, "controls">): ReadonlySet<string> {
  const card = texts.controls[id];
  return setOf(card ? `${title} ${card.what} ${card.removes}` : title);
}

function setOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text));
}
