// The room enumeration: what can go wrong. The question queue at the left, the register at the right, coverage above, and a line for what is said aloud.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useViews } from "../../data/views.ts";
import { Button } from "../../kit/button.tsx";
import { RoomHead } from "../../kit/layout.tsx";
import { type Filter, noFilter } from "./filter.ts";
import { HeatMap } from "./heat-map.tsx";
import { pressing } from "./pressing.ts";
import { QuestionQueue } from "./question-queue.tsx";
import { RecordLine } from "./record-line.tsx";
import { Register } from "./register.tsx";

export function Enumeration() {
  const { t } = useTranslation();
  const views = useViews();
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [heat, setHeat] = useState(true);
  const asked = views?.analysis.questions.filter(pressing) ?? [];
  const risk = Math.round(asked.reduce((sum, { riskHeld }) => sum + riskHeld, 0));
  const worst = asked[0]?.text;
  const answer =
    worst === undefined
      ? t("enumeration.answer.none")
      : `${t("enumeration.answer.asked", { count: asked.length, risk })}; ${t("enumeration.answer.worst", { text: worst })}`;
  return (
    <>
      <RoomHead title={t("frame.room.enumeration")} answer={answer}>
        <Button look="quiet" aria-pressed={heat} onClick={() => setHeat(!heat)}>
          {heat ? t("enumeration.heat.hide") : t("enumeration.heat.show")}
        </Button>
      </RoomHead>
      <div className="grid min-h-0 flex-1 gap-5 p-5 pb-16 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="min-h-0 lg:overflow-y-auto">
          <QuestionQueue />
        </div>
        <div className="flex min-h-0 min-w-0 flex-col gap-4">
          <RecordLine />
          {heat && (
            <HeatMap
              filter={filter}
              choose={(cell) => {
                const { subject: _, category: __, ...rest } = filter;
                setFilter(cell ? { ...rest, ...cell } : rest);
              }}
            />
          )}
          <Register filter={filter} setFilter={setFilter} />
        </div>
      </div>
    </>
  );
}
