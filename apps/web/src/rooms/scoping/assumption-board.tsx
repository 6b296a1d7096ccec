// The assumptions board: what is taken for granted as cards, those in doubt first, each with what rests on it.
import { type Analysis, threatMeant } from "@parapet/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useConsequences } from "../../data/use-consequences.ts";
import { viewsOf } from "../../data/views.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { Empty, Section } from "../../kit/layout.tsx";
import { AssumptionCard } from "./assumption-card.tsx";
import { type Assumption, boardOrder, restingOn, suppositionsOf } from "./assumptions.ts";
import { NewAssumption } from "./new-assumption.tsx";

interface AssumptionsProps {
  readonly assumptions: Readonly<Record<string, Assumption>>;
  readonly analysis: Analysis;
}

export function Assumptions({ assumptions, analysis }: AssumptionsProps) {
  const { t } = useTranslation();
  const knowledge = useWorkbench((state) => state.knowledge);
  const document = useWorkbench((state) => state.document);
  const { now } = analysis;
  const suppositions = useMemo(() => suppositionsOf(assumptions, now), [assumptions, now]);
  const consequences = useConsequences(suppositions);
  // Cards move once, when all is known, and not with each answer.
  const known = Object.keys(assumptions).every((id) => consequences[id]);
  const order = boardOrder(assumptions, now, (id) => (known ? (consequences[id]?.unsettled.length ?? 0) : 0));
  const { title, threat } = viewsOf(analysis);
  const namedBy = ({ threats = [] }: Assumption) =>
    threats.flatMap((one) => (document ? (threat.get(threatMeant(document, one)) ?? []) : []));
  return (
    <Section title={t("scoping.assumptions.title")}>
      {order.length === 0 && <Empty>{t("scoping.assumptions.none")}</Empty>}
      <ul className="flex flex-col gap-2">
        {order.map((id) => (
          <AssumptionCard
            key={id}
            id={id}
            assumption={assumptions[id] as Assumption}
            now={now}
            consequence={consequences[id]}
            threats={namedBy(assumptions[id] as Assumption)}
            resting={knowledge ? restingOn(assumptions[id] as Assumption, knowledge, title) : []}
          />
        ))}
      </ul>
      <NewAssumption analysis={analysis} />
    </Section>
  );
}
