// The next steps that close threats, in four parts; the nearest to closing stands open.
import { Closing, type NextStep } from "@parapet/core";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { useKeptFocus } from "../../kit/kept-focus.ts";
import { Empty, Section } from "../../kit/layout.tsx";
import { openNow, partsOf, type StepPart } from "./parts.ts";
import { StepRow } from "./step-row.tsx";

/** So many steps of a part stand there before the others are asked for. */
const shownSteps = 8;

export function StepParts({ world }: { readonly world: World }) {
  const { t } = useTranslation();
  const { analysis, document, knowledge } = world;
  const parts = useMemo(
    () => partsOf(new Closing({ analysis, document, knowledge }).nextSteps()),
    [analysis, document, knowledge],
  );
  const [opened, setOpened] = useState<NextStep | undefined>(parts[0]?.steps[0]);
  const open = openNow(
    parts.flatMap(({ steps }) => steps),
    opened,
  );
  // A step that is done moves on or goes away: the keyboard stays in its part, or among the steps.
  const pane = useRef<HTMLDivElement>(null);
  const kept = useKeptFocus(pane);
  return (
    <Section title={t("validation.steps.title")}>
      {parts.length === 0 && <Empty>{t("validation.steps.none")}</Empty>}
      <div ref={pane} {...kept} tabIndex={-1} className="flex flex-col gap-5">
        {parts.map((part) => (
          <Part key={part.id} part={part} world={world} open={open} opened={opened} setOpened={setOpened} />
        ))}
      </div>
    </Section>
  );
}

function Part({
  part: { id, steps, threats, risk },
  world,
  open,
  opened,
  setOpened,
}: {
  readonly part: StepPart;
  readonly world: World;
  readonly open: NextStep | undefined;
  /** What was opened, before it became what stands open. */
  readonly opened: NextStep | undefined;
  readonly setOpened: (step: NextStep | undefined) => void;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown: readonly NextStep[] = all ? steps : steps.filter((step, i) => i < shownSteps || step === open);
  return (
    <section tabIndex={-1} aria-label={t(`validation.steps.part.${id}`)}>
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className="text-sm font-semibold">{t(`validation.steps.part.${id}`)}</h3>
        <span className="text-xs text-faint">
          {t("validation.steps.note", { count: threats, risk: Math.round(risk) })}
        </span>
      </div>
      <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
        {shown.map((step) => (
          <StepRow
            key={step.id}
            step={step}
            world={world}
            open={open === step}
            moved={open === step && opened?.id !== step.id}
            toggle={() => setOpened(open === step ? undefined : step)}
          />
        ))}
      </ol>
      {shown.length < steps.length && (
        <Button look="quiet" className="mt-1" onClick={() => setAll(true)}>
          {t("validation.steps.all", { count: steps.length })}
        </Button>
      )}
    </section>
  );
}
