// What a step is done to, in the words that people know it by, and the words of a criterion.
import { type Document, type NextStep, splitKey } from "@parapet/core";
import type { World } from "../../frame/inspector/world.ts";

/** The thing of a step: a mitigation, a question, a fact with where it is claimed, a rule, a threat. */
export function titleOfStep({ kind, about, threats }: NextStep, { analysis, views }: World): string {
  switch (kind) {
    case "answer":
      return analysis.questions.find(({ id }) => id === about)?.text ?? about;
    case "decide":
      return threats.length === 1 ? (threats[0]?.title ?? about) : (threats[0]?.ruleTitle ?? about);
    case "approve":
    case "renew":
      return views.threat.get(about)?.title ?? about;
    case "back": {
      const things = [...new Set(threats.map(({ subject }) => views.title(subject)))];
      const named = things.length > 2 ? `${things.slice(0, 2).join(", ")} +${things.length - 2}` : things.join(", ");
      return `${about.replaceAll("-", " ")} (${named})`;
    }
    default:
      return analysis.mitigations.find(({ id }) => id === about)?.title ?? about;
  }
}

/** A criterion in words; what is written with the mitigation is one text, the card's has four parts. */
export interface CriterionWords {
  readonly name: string;
  readonly text?: string;
  readonly parts?: { readonly given: string; readonly when: string; readonly then: string; readonly verify: string };
}

type Wording = Pick<World, "texts"> & { readonly document: Document };

/** The words of `criterion@mitigation`. */
export function wordsOfCriterion(key: string, { document, texts }: Wording): CriterionWords {
  const { left = key, subject = "" } = splitKey(key) ?? {};
  const mitigation = document.register?.mitigations?.[subject];
  const own = mitigation?.criteria?.[left];
  return { ...(own ? { text: own } : {}), ...wordsOfCard(left, mitigation?.control, { texts }) };
}

/** The words of a criterion of a control's card. */
export function wordsOfCard(
  criterion: string,
  control: string | undefined,
  { texts }: Pick<World, "texts">,
): CriterionWords {
  const name = criterion.replaceAll("-", " ");
  const parts = control === undefined ? undefined : texts?.controls[control]?.criteria[criterion];
  return { name, ...(parts ? { parts } : {}) };
}
