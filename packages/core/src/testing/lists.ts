// Records as the lists that gates and stages read.
import type { Question, ThreatRecord } from "../analysis/result.ts";
import type { QuestionList, ThreatList } from "../enumeration/index.ts";

/** Records in reading order as a list. */
export function threatsAsList(records: readonly ThreatRecord[]): ThreatList {
  const at = (position: number) => records[position] as ThreatRecord;
  return {
    where: (fits) => records.flatMap((record, position) => (fits(record) ? [position] : [])),
    shared: at,
    id: (position) => at(position).id,
    title: (position) => at(position).title,
    controls: (position) => at(position).controls ?? [],
    records: () => records,
  };
}

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
