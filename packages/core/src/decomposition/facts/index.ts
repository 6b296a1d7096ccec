// Every derived fact, each once. Family files hold them; this is the registry that the columns and the laws read.
import { dataFacts } from "./carried-data.ts";
import type { DerivedFact } from "./derived.ts";
import { flowFacts } from "./flows.ts";
import { reachFacts } from "./reach.ts";
import { wholeFacts } from "./whole.ts";
import { zoneFacts } from "./zones.ts";

/** All derived facts. */
export const derivedFacts: readonly DerivedFact[] = [
  ...zoneFacts,
  ...flowFacts,
  ...dataFacts,
  ...reachFacts,
  ...wholeFacts,
];

/** Their ids. */
export const derivedFactNames: readonly string[] = derivedFacts.map((fact) => fact.id);
