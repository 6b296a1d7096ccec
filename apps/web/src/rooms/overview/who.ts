// Whom something is needed from: a job, or a person by name.
import { type Job, jobs } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";

/** Words for what a need is from. */
export function useWho(): (from: string) => string {
  const { t } = useTranslation();
  const people = usePeople();
  return (from) => ((jobs as readonly string[]).includes(from) ? t(`words.job.${from as Job}`) : people.name(from));
}
