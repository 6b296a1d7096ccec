// Acceptance criteria, grouped by what somebody ships: a feature, or a component.
import { byCodeUnit } from "../model/changes.ts";
import type { Named, Specification, SpecifiedCriterion } from "./specification.ts";

/** One criterion with what it stands for. */
export interface CriterionScenario extends SpecifiedCriterion {
  readonly specification: string;
  readonly title: string;
  readonly control?: string;
  readonly threats: readonly string[];
  readonly on: readonly Named[];
  readonly proposed: boolean;
}

/** The criteria of one feature or component. */
export interface CriteriaGroup extends Named {
  readonly kind: "feature" | "component";
  readonly scenarios: readonly CriterionScenario[];
}

/**
 * Groups by feature where the specification belongs to one, by component otherwise; features first, then by id.
 * What is on several components stands with each of them, so that each file is complete.
 */
export function criteriaOf(specifications: readonly Specification[]): readonly CriteriaGroup[] {
  const groups = new Map<string, CriteriaGroup & { readonly scenarios: CriterionScenario[] }>();
  for (const specification of specifications) {
    if (specification.criteria.length === 0) continue;
    const { feature, components, on } = specification;
    const kind = feature ? "feature" : "component";
    for (const named of feature ? [feature] : components) {
      const key = `${feature ? 0 : 1}:${named.id}`;
      const group = groups.get(key) ?? { ...named, kind, scenarios: [] };
      groups.set(key, group);
      const here = feature ? on : on.filter(({ component }) => component === named.id);
      for (const criterion of specification.criteria) group.scenarios.push(scenarioOf(specification, criterion, here));
    }
  }
  return [...groups.keys()].sort(byCodeUnit).map((key) => groups.get(key) as CriteriaGroup);
}

function scenarioOf(
  specification: Specification,
  criterion: SpecifiedCriterion,
  on: readonly Named[],
): CriterionScenario {
  const ids = new Set(on.map(({ id }) => id));
  const here = specification.threats.filter(({ subject }) => ids.has(subject));
  return {
    ...criterion,
    specification: specification.id,
    title: `${specification.title}: ${criterion.id.replaceAll("-", " ")}`,
    ...(specification.control ? { control: specification.control } : {}),
    threats: (here.length > 0 ? here : specification.threats).map(({ id }) => id),
    on,
    proposed: specification.state === "proposed",
  };
}
