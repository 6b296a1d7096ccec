// The verbs, in the order of the workflow. A verb's file is loaded only when it is called.
import type { VerbEntry } from "./verb.ts";

export const verbs: readonly VerbEntry[] = [
  { name: "analyze", group: "What can go wrong?", summary: "analyse the model: threats, questions, coverage, surface", load: () => import("./verbs/analyze.ts") },
];
