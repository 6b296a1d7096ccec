// The verbs, in the order of the workflow. A verb's file is loaded only when it is called.
import type { VerbEntry } from "./verb.ts";

const building = "What are we building?";
const wrong = "What can go wrong?";
const doing = "What do we do about it?";
const well = "Did we do well?";

export const verbs: readonly VerbEntry[] = [
  { name: "init", group: building, summary: "begin a threat model from what a folder's files show", load: () => import("./verbs/init.ts") },
  { name: "threats", group: wrong, summary: "list threats, groups first", load: () => import("./verbs/threats.ts") },
  { name: "questions", group: wrong, summary: "list what is asked, by the risk that it hides", load: () => import("./verbs/questions.ts") },
  { name: "answer", group: wrong, summary: "answer questions, or say who finds out", load: () => import("./verbs/answer.ts") },
  { name: "analyze", group: wrong, summary: "analyse the model: threats, questions, coverage, surface", load: () => import("./verbs/analyze.ts") },
];
