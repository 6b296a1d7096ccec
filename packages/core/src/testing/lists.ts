// Questions as the list that gates and stages read.
import type { Question } from "../analysis/result.ts";
import type { QuestionList } from "../enumeration/index.ts";

/** Questions in the order in which they are asked as a list. */
export function questionsAsList(records: readonly Question[]): QuestionList {
  const at = (position: number) => records[position] as Question;
  return {
    size: records.length,
    settles: (position) => at(position).settles,
    riskHeld: (position) => at(position).riskHeld,
    hides: (position) => at(position).hides,
    isAboutModel: (position) => at(position).about === "model",
    isContradicted: (position) => at(position).contradiction !== undefined,
    isOwned: (position) => at(position).owner !== undefined && at(position).overdue !== true,
    id: (position) => at(position).id,
    record: at,
  };
}
