// The room mitigation: what we do about it, by control. Which few controls take most away, each with its specification, and decisions in place.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelection } from "../../data/selection.ts";
import { ThreatLines } from "../../frame/inspector/threat-lines.tsx";
import { useWorld } from "../../frame/inspector/world.ts";
import { RoomHead, Section } from "../../kit/layout.tsx";
import { mitigation } from "../../strings/en/mitigation.ts";
import { addStrings } from "../../strings/i18n.ts";
import { answers } from "./answers.ts";
import { ControlList } from "./control-list.tsx";
import { DecidedList } from "./decided-list.tsx";
import { mitigationFigures } from "./figures.ts";
import { WaitingDecisions } from "./waiting-decisions.tsx";
import { WaterfallChart } from "./waterfall-chart.tsx";

addStrings({ mitigation });

export function Mitigation() {
  const { t } = useTranslation();
  const world = useWorld();
  const selection = useSelection();
  const [opened, setOpened] = useState<{ readonly control: string | undefined; readonly at: string }>();
  if (!world) return <p className="p-5 text-soft">{t("frame.opening")}</p>;
  const figures = mitigationFigures(world);
  const titles = new Map(figures.cases.map(({ control, title }) => [control, title]));
  const at = selection ? `${selection.kind}:${selection.id}` : "";
  // What is opened here stays open until another control is selected elsewhere.
  const open = opened?.at === at || selection?.kind !== "control" ? opened?.control : selection.id;
  const turn = (control: string | undefined) => setOpened({ control, at });
  const selected = selection?.kind === "threat" ? world.views.threat.get(selection.id) : undefined;
  return (
    <div className="@container flex min-h-full flex-col">
      <RoomHead title={t("frame.room.mitigation")} answer={answers[0]?.answer(world, t)} />
      <div className="grid gap-5 p-5 pb-16 @5xl:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <WaterfallChart plan={figures.plan} title={(id) => titles.get(id) ?? id} open={turn} />
          <div className="@container min-w-0">
            <ControlList figures={figures} open={open} turn={turn} />
          </div>
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <WaitingDecisions
            key={selected?.id}
            threats={figures.undecided}
            lapsed={figures.lapsed}
            selected={selected}
          />
          {figures.alone.length > 0 && (
            <Section title={t("mitigation.decide.alone")} note={figures.alone.length}>
              <ThreatLines threats={figures.alone} />
            </Section>
          )}
          <DecidedList decided={figures.decided} />
        </div>
      </div>
    </div>
  );
}
