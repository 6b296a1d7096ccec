// The other questions, to take one that the talk has come to.
import type { Question } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { TierChip } from "../../../kit/chips.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";

const shownOthers = 10;

export function OtherQuestions({
  queue,
  current,
  choose,
}: {
  readonly queue: readonly Question[];
  readonly current: string | undefined;
  readonly choose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { live } = useWorkshop();
  const others = queue.filter(({ id }) => id !== current).slice(0, shownOthers);
  if (others.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="text-sm text-soft">{t("workshop.questions.others", { count: queue.length - 1 })}</summary>
      <ol className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
        {others.map(({ id, text, hides }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => choose(id)}
              className="flex w-full items-start gap-2 px-3 py-2 text-left text-sm hover:bg-sunken"
            >
              <TierChip tier={hides} />
              <span className="min-w-0 flex-1" dir="auto">
                {text}
              </span>
              {live.passed.includes(id) && <span className="text-xs text-faint">{t("workshop.questions.passed")}</span>}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
