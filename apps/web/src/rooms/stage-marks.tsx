// How a criterion stands: done is ticked, missing is an open ring, not reached is a dot. A word says it too.
import { Check, Circle, Dot } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CriterionStanding } from "./criteria.ts";

export function CriterionMark({ state }: { readonly state: CriterionStanding["state"] }) {
  const { t } = useTranslation();
  const name = t(`words.criterion.${state}`);
  return (
    <span role="img" aria-label={name} title={name} className="inline-flex size-5 shrink-0 items-center justify-center">
      {state === "done" && <Check size={15} className="text-good" aria-hidden="true" />}
      {state === "missing" && <Circle size={12} strokeWidth={2.5} className="text-ink" aria-hidden="true" />}
      {state === "not-reached" && <Dot size={15} className="text-faint" aria-hidden="true" />}
    </span>
  );
}
