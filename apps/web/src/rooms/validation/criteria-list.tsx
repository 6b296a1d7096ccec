// The criteria of a mitigation with their verdicts; what a test showed is recorded beside the criterion that it is about.
import { type Criterion, nameOfCriterion } from "@parapet/core";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { type Certainty, CertaintyMark } from "../../kit/certainty.tsx";
import { CriterionText } from "./criterion-text.tsx";
import { EvidenceForm } from "./evidence-form.tsx";
import { wordsOfCriterion } from "./step-titles.ts";

const marks: Readonly<Record<Criterion["verdict"], Certainty>> = {
  passed: "solid",
  failed: "struck",
  stale: "hollow",
  missing: "hatched",
};

/** What is required and not shown comes first. */
function rankOf({ required, verdict }: Criterion): number {
  return order.indexOf(verdict) + (required ? 0 : order.length);
}
const order: readonly Criterion["verdict"][] = ["failed", "stale", "missing", "passed"];

export function CriteriaList({ mitigation, world }: { readonly mitigation: string; readonly world: World }) {
  const { t } = useTranslation();
  const own = world.analysis.criteria.filter((one) => one.mitigation === mitigation);
  const criteria = [...own].sort((a, b) => rankOf(a) - rankOf(b));
  const [recording, setRecording] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  /** The keyboard goes back to the button that opened the form. */
  const close = (id: string) => {
    flushSync(() => setRecording(undefined));
    list.current?.querySelector<HTMLElement>(`[data-record="${CSS.escape(id)}"]`)?.focus();
  };
  return (
    <ul ref={list} className="flex flex-col gap-3">
      {criteria.map(({ id, verdict, required }) => (
        <li key={id} className="flex flex-col gap-2">
          <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
            <span className="mt-1">
              <CertaintyMark certainty={marks[verdict]} label={t(`validation.criterion.${verdict}`)} />
            </span>
            <CriterionText words={wordsOfCriterion(id, world)} className="min-w-48 flex-1">
              <span className="text-xs text-soft">
                {t(`validation.criterion.${verdict}`)}
                {!required && `, ${t("validation.criterion.optional")}`}
              </span>
            </CriterionText>
            {recording !== id && (
              <Button
                data-record={id}
                aria-label={t("validation.criterion.recordOf", { criterion: nameOfCriterion(id) })}
                onClick={() => setRecording(id)}
              >
                {t("validation.criterion.record")}
              </Button>
            )}
          </div>
          {recording === id && <EvidenceForm criterion={id} world={world} done={() => close(id)} />}
        </li>
      ))}
    </ul>
  );
}
