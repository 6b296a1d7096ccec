// The criteria of a specification: those of its card, and those that somebody wrote beside them.
import type { Criterion, MitigationView } from "../analysis/result.ts";
import type { Control } from "../model/knowledge.ts";
import type { SpecifiedCriterion } from "./specification.ts";
import type { HandoffInput } from "./specifications.ts";

/** The criteria of a mitigation of the register, each with its verdict; `verdicts` by the criterion's key. */
export function criteriaOfMitigation(
  input: HandoffInput,
  mitigation: MitigationView,
  verdicts: ReadonlyMap<string, Criterion>,
): readonly SpecifiedCriterion[] {
  const written = input.document.register?.mitigations?.[mitigation.id]?.criteria;
  return mitigation.criteria.flatMap((key) => {
    const view = verdicts.get(key);
    if (!view) return [];
    const id = key.slice(0, key.lastIndexOf("@"));
    const text = own(written, id);
    const steps = text === undefined ? cardSteps(input, mitigation.control, id) : stepsOf(text);
    return [{ id, ...steps, ...standing(view) }];
  });
}

/** The criteria of a card that nobody has chosen yet. */
export function proposedCriteria(input: HandoffInput, control: Control): readonly SpecifiedCriterion[] {
  return control.criteria.map(({ id, required }) => ({
    id,
    ...cardSteps(input, control.id, id),
    required,
    verdict: "missing",
  }));
}

function standing({ required, verdict }: Criterion): Pick<SpecifiedCriterion, "required" | "verdict"> {
  return { required, verdict };
}

type Steps = Pick<SpecifiedCriterion, "given" | "when" | "then" | "verify">;

function cardSteps(input: HandoffInput, control: string | undefined, id: string): Steps {
  const card = control === undefined ? undefined : own(input.texts.controls, control);
  return own(card?.criteria, id) ?? { then: id.replaceAll("-", " ") };
}

/** A value of a record by a key that may be any id, `constructor` too. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Reads "Given …, when …, then …" out of one text; any other text is the outcome to see. */
export function stepsOf(text: string): Steps {
  const found = /^\s*given\s+(.+?)[,;.]?\s+when\s+(.+?)[,;.]?\s+then\s+(.+?)\.?\s*$/is.exec(text);
  const [, given, when, then] = found ?? [];
  return given && when && then ? { given, when, then } : { then: text.trim() };
}
