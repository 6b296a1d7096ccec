// The room enumeration: what can go wrong. The question queue at the left, the register at the right, coverage above, and a line for what is said aloud.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { RoomHead } from "../../kit/layout.tsx";
import { enumeration } from "../../strings/en/enumeration.ts";
import { addStrings } from "../../strings/i18n.ts";
import { answers } from "./answers.ts";
import { type Cell, firstView } from "./filter.ts";
import { HeatMap } from "./heat-map.tsx";
import { QuestionQueue } from "./question-queue.tsx";
import { RecordLine } from "./record-line.tsx";
import { Register } from "./register.tsx";

addStrings({ enumeration });

export function Enumeration() {
  const { t } = useTranslation();
  const analysis = useWorkbench((state) => state.analysis);
  const document = useWorkbench((state) => state.document);
  const [view, setView] = useState(firstView);
  const [cell, setCell] = useState<Cell>();
  const [heat, setHeat] = useState(true);
  const answer = analysis && document && answers[0]?.answer({ analysis, document }, t);
  return (
    <div className="@container flex min-h-full flex-col">
      <RoomHead title={t("frame.room.enumeration")} answer={answer}>
        <Button look="quiet" aria-pressed={heat} onClick={() => setHeat(!heat)}>
          {heat ? t("enumeration.heat.hide") : t("enumeration.heat.show")}
        </Button>
      </RoomHead>
      <div className="grid flex-1 gap-5 p-5 pb-16 @3xl:h-0 @3xl:min-h-[38rem] @3xl:grid-cols-[clamp(15rem,34cqi,22rem)_minmax(0,1fr)]">
        <div className="min-h-0 min-w-0 overflow-y-auto @max-3xl:max-h-[30rem]">
          <QuestionQueue />
        </div>
        <div className="flex min-h-0 min-w-0 flex-col gap-4">
          <RecordLine />
          {heat && <HeatMap cell={cell} choose={setCell} />}
          <Register view={view} setView={setView} cell={cell} setCell={setCell} />
        </div>
      </div>
    </div>
  );
}
