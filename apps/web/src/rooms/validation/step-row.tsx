// One step: what is to be done and what it closes; opened it shows how, with what records it in place.
import type { NextStep, StepKind } from "@parapet/core";
import { clsx } from "clsx";
import { ChevronRight } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { World } from "../../frame/inspector/world.ts";
import { type Certainty, CertaintyMark } from "../../kit/certainty.tsx";
import { isOfMitigation } from "./parts.ts";
import { StepDetail } from "./step-detail.tsx";
import { titleOfStep } from "./step-titles.ts";
import { WaitingThreats } from "./waiting-threats.tsx";

/** How sure we are of what the step is about. */
const marks: Readonly<Record<StepKind, Certainty>> = {
  mend: "struck",
  retest: "hollow",
  show: "hollow",
  back: "hollow",
  approve: "hollow",
  renew: "struck",
  define: "hollow",
  build: "hollow",
  decide: "solid",
  answer: "hatched",
};

export function StepRow({
  step,
  world,
  open,
  moved,
  toggle,
}: {
  readonly step: NextStep;
  readonly world: World;
  readonly open: boolean;
  /** It is what became of the step that was opened: it says what comes next. */
  readonly moved: boolean;
  readonly toggle: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const head = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!moved) return;
    // Whoever has the keyboard elsewhere keeps it there.
    const { activeElement } = document;
    if (activeElement !== document.body && activeElement?.getAttribute("tabindex") !== "-1") return;
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: "nearest" });
  }, [moved]);
  return (
    <li>
      <button
        ref={head}
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={toggle}
        className="flex w-full items-start gap-2 px-3 py-2 text-left hover:bg-sunken"
      >
        <ChevronRight
          size={14}
          aria-hidden="true"
          className={clsx("moves mt-0.5 shrink-0 text-faint", open && "rotate-90")}
        />
        <span className="mt-0.5">
          <CertaintyMark certainty={marks[step.kind]} label="" />
        </span>
        <span className="min-w-0 flex-1 text-sm" dir="auto">
          {t(`validation.steps.kind.${step.kind}`, { what: titleOfStep(step, world) })}
        </span>
        <span className="shrink-0 text-xs text-soft">
          {t("validation.steps.note", { count: step.threats.length, risk: Math.round(step.risk) })}
        </span>
      </button>
      <div id={id} hidden={!open} className="flex flex-col gap-3 px-3 pb-3 pl-8">
        {open && (
          <>
            {moved && isOfMitigation(step.kind) && (
              <p role="status" className="text-sm font-medium text-accent">
                {t(`validation.steps.next.${step.kind}`)}
              </p>
            )}
            <StepDetail step={step} world={world} />
            <WaitingThreats threats={step.threats} />
          </>
        )}
      </div>
    </li>
  );
}
