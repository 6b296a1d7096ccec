// Effort against risk removed, as a waterfall: each control a bar as wide as its effort and as tall as what it takes away.
import type { ControlPlan, PlanStep } from "@parapet/core";

/** How wide the efforts are: each counts double the one before. Orders of magnitude, no days. */
const effortWeight = { small: 1, medium: 2, large: 4 } as const;

/** A bar in hundredths of the picture: left and width of the effort of all, top and height of the open risk. */
export interface Bar {
  readonly step: PlanStep;
  /** Counts from 1. */
  readonly number: number;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** The bars of a plan, from the whole risk down to what is left. */
export function barsOf({ risk, steps }: ControlPlan): readonly Bar[] {
  const effort = steps.reduce((sum, step) => sum + effortWeight[step.effort], 0);
  if (risk <= 0 || effort === 0) return [];
  let left = 0;
  return steps.map((step, i) => {
    const width = (effortWeight[step.effort] / effort) * 100;
    const bar: Bar = {
      step,
      number: i + 1,
      left,
      width,
      top: ((risk - step.leaves - step.removes) / risk) * 100,
      height: (step.removes / risk) * 100,
    };
    left += width;
    return bar;
  });
}
