// The criteria of a specification: those of its card, and those that somebody wrote beside them.
import type { Criterion, MitigationView } from "../analysis/result.ts";
import type { Control } from "../model/knowledge.ts";
import type { SpecifiedCriterion } from "./specification.ts";
import type { HandoffInput } from "./specifications.ts";

/** The criteria of a mitigation of the register, each with its verdict. */
export function criteriaOfMitigation(input: HandoffInput, mitigation: MitigationView): readonly SpecifiedCriterion[] {
  const verdicts = new Map(input.analysis.criteria.map((criterion) => [criterion.id, criterion]));
  const written = input.document.register?.mitigations?.[mitigation.id]?.criteria ?? {};
  return mitigation.criteria.flatMap((key) => {
    const view = verdicts.get(key);
    if (!view) return [];
    const id = key.slice(0, key.lastIndexOf("@"));
    const own = written[id];
    const steps = own === undefined ? cardSteps(input, mitigation.control, id) : stepsOf(own);
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
  const texts = control === undefined ? undefined : input.texts.controls[control]?.criteria[id];
  return texts ?? { then: id.replaceAll("-", " ") };
}

/** Reads "Given …, when …, then …" out of one text; any other text is the outcome to see. */
export function stepsOf(text: string): Steps {
  const found = /^\s*given\s+(.+?)[,;.]?\s+when\s+(.+?)[,;.]?\s+then\s+(.+?)\.?\s*$/is.exec(text);
  const [, given, when, then] = found ?? [];
  return given && when && then ? { given, when, then } : { then: text.trim() };
}
