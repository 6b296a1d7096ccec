// The scoring methods, by id. One is the method of record of a model; others are shown beside it.

import type { ScoringMethod } from "./method.ts";
import { dread } from "./methods/dread.ts";
import { matrix } from "./methods/matrix.ts";

export const scoringMethods: readonly ScoringMethod[] = [dread, matrix];

/** The method of record: DREAD unless the model names another. */
export function methodOf(id: string | undefined): ScoringMethod {
  return scoringMethods.find((method) => method.id === id) ?? dread;
}
