// The step that the agenda is at.
import type { WorkshopStep } from "@parapet/core";
import { type ComponentType, lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useWorkshop } from "../running/in-workshop.ts";

const step = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

const steps: Readonly<Record<WorkshopStep, ComponentType>> = {
  welcome: step(async () => (await import("./welcome.tsx")).Welcome),
  scope: step(async () => (await import("./scoping-steps.tsx")).ScopeStep),
  features: step(async () => (await import("./scoping-steps.tsx")).FeaturesStep),
  assumptions: step(async () => (await import("./scoping-steps.tsx")).AssumptionsStep),
  diagram: step(async () => (await import("./diagram-step.tsx")).DiagramStep),
  surface: step(async () => (await import("./surface-step.tsx")).SurfaceStep),
  questions: step(async () => (await import("./questions/questions-step.tsx")).QuestionsStep),
  brainstorm: step(async () => (await import("./notes/brainstorm-step.tsx")).BrainstormStep),
  grouping: step(async () => (await import("./notes/grouping-step.tsx")).GroupingStep),
  votes: step(async () => (await import("./votes/votes-step.tsx")).VotesStep),
  specifications: step(async () => (await import("./handoff/specifications-step.tsx")).SpecificationsStep),
  decisions: step(async () => (await import("./handoff/decisions-step.tsx")).DecisionsStep),
  tickets: step(async () => (await import("./handoff/tickets-step.tsx")).TicketsStep),
  "sign-off": step(async () => (await import("./handoff/sign-off-step.tsx")).SignOffStep),
};

export function Step() {
  const { t } = useTranslation();
  const { workshop, live } = useWorkshop();
  const item = workshop.agenda?.[live.part];
  const Body = steps[item?.step ?? "sign-off"];
  return (
    <Suspense fallback={<p className="p-6 text-soft">{t("frame.opening")}</p>}>
      <Body key={live.part} />
    </Suspense>
  );
}
