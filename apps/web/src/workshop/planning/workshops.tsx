// The workshops of a model: which one is next, how to plan one, what came of those that were held.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { Empty, RoomHead, Section } from "../../kit/layout.tsx";
import { workshopsAnswer } from "./answers.ts";
import { PlanForm } from "./plan-form.tsx";
import { inOrder } from "./what-came.ts";
import { WorkshopRow } from "./workshop-row.tsx";

export function Workshops() {
  const { t } = useTranslation();
  const document = useWorkbench((state) => state.document);
  const analysis = useWorkbench((state) => state.analysis);
  const [planning, setPlanning] = useState(false);
  if (!document || !analysis) return <p className="p-5 text-soft">{t("frame.opening")}</p>;
  const { toCome, held } = inOrder(document);
  const shows = planning || toCome.length + held.length === 0;
  return (
    <>
      <RoomHead title={t("frame.workshop")} answer={workshopsAnswer.answer({ document, analysis }, t)}>
        {!shows && (
          <Button look="main" onClick={() => setPlanning(true)}>
            {t("workshop.list.plan")}
          </Button>
        )}
      </RoomHead>
      <div className="flex max-w-5xl flex-col gap-6 p-5 pb-20">
        {shows && <PlanForm done={() => setPlanning(false)} />}
        {toCome.length > 0 && (
          <Section title={t("workshop.list.planned")}>
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {toCome.map(([id, workshop]) => (
                <WorkshopRow key={id} id={id} workshop={workshop} />
              ))}
            </ul>
          </Section>
        )}
        <Section title={t("workshop.list.held")}>
          {held.length === 0 && <Empty>{t("workshop.list.noneHeld")}</Empty>}
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
            {held.map(([id, workshop]) => (
              <WorkshopRow key={id} id={id} workshop={workshop} />
            ))}
          </ul>
        </Section>
      </div>
    </>
  );
}
