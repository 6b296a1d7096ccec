// The workshops of a model: which one is next, how to plan one, what came of those that were held.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { Empty, RoomHead, Section } from "../../kit/layout.tsx";
import { workshop } from "../../strings/en/workshop.ts";
import { addStrings } from "../../strings/i18n.ts";
import { workshopsAnswer } from "./answers.ts";
import { PlanForm } from "./plan-form.tsx";
import { inOrder, type Named } from "./what-came.ts";
import { WorkshopRow } from "./workshop-row.tsx";

addStrings({ workshop });

export function Workshops() {
  const { t } = useTranslation();
  const document = useWorkbench((state) => state.document);
  const analysis = useWorkbench((state) => state.analysis);
  const [planning, setPlanning] = useState(false);
  if (!document || !analysis) return <p className="p-5 text-soft">{t("frame.opening")}</p>;
  const { running, toCome, held } = inOrder(document);
  const shows = planning || running.length + toCome.length + held.length === 0;
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
        <Rows title={t("workshop.list.running")} workshops={running} />
        <Rows title={t("workshop.list.planned")} workshops={toCome} />
        <Rows title={t("workshop.list.held")} workshops={held} none={t("workshop.list.noneHeld")} />
      </div>
    </>
  );
}

/** Workshops under a heading; without any there is none, unless that is said. */
function Rows({
  title,
  workshops,
  none,
}: {
  readonly title: string;
  readonly workshops: readonly Named[];
  readonly none?: string;
}) {
  if (workshops.length === 0)
    return none === undefined ? null : (
      <Section title={title}>
        <Empty>{none}</Empty>
      </Section>
    );
  return (
    <Section title={title}>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {workshops.map(([id, workshop]) => (
          <WorkshopRow key={id} id={id} workshop={workshop} />
        ))}
      </ul>
    </Section>
  );
}
