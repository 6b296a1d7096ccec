// A workshop that runs: the step in the middle, the agenda at the left, the room at the right. The projector shows the step alone.
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { Section } from "../../kit/layout.tsx";
import { SharePanel } from "../share/share-panel.tsx";
import { Step } from "../steps/step.tsx";
import { AgendaRail } from "./agenda-rail.tsx";
import { useWorkshop } from "./in-workshop.ts";
import { LatelyPanel } from "./lately-panel.tsx";
import { NextQuestion } from "./next-question.tsx";
import { Parking } from "./parking.tsx";
import { People } from "./people-panel.tsx";

export function Run() {
  const { t } = useTranslation();
  const { role, workshop, live } = useWorkshop();
  const step = workshop.agenda?.[live.part]?.step;
  // A drawing and a wide table have the room of the panel at the right.
  const wide = step === "diagram" || step === "surface";
  if (role === "screen")
    return (
      <div className="flex min-h-full flex-col text-lg">
        <div className={clsx("min-w-0 flex-1", step !== "diagram" && "xl:[zoom:1.3]")}>
          <Step />
        </div>
        <footer className="border-t border-line bg-surface px-8 py-3">
          <LatelyPanel short />
        </footer>
      </div>
    );
  return (
    <div
      className={clsx(
        "grid min-h-full grid-cols-1",
        wide ? "lg:grid-cols-[14rem_minmax(0,1fr)]" : "lg:grid-cols-[14rem_minmax(0,1fr)_19rem]",
      )}
    >
      <aside
        className="border-line bg-surface p-4 max-lg:border-b lg:sticky lg:top-0 lg:h-[calc(100dvh-4rem)] lg:overflow-y-auto lg:border-r"
        aria-label={t("workshop.plan.agenda")}
      >
        <AgendaRail />
      </aside>
      <div className={clsx("min-w-0", step !== "diagram" && "pb-24")}>
        <Step />
      </div>
      {!wide && (
        <aside
          className="flex min-w-0 flex-col gap-5 border-line bg-surface p-4 pb-24 max-lg:border-t lg:sticky lg:top-0 lg:h-[calc(100dvh-4rem)] lg:overflow-y-auto lg:border-l"
          aria-label={t("workshop.room")}
        >
          <Section title={t("workshop.people.title")}>
            <People />
          </Section>
          {role === "facilitator" && (
            <details>
              <summary className="text-xs font-semibold text-soft">{t("workshop.share.title")}</summary>
              <div className="mt-2">
                <SharePanel />
              </div>
            </details>
          )}
          <NextQuestion />
          <Section title={t("workshop.lately.title")}>
            <LatelyPanel />
          </Section>
          <Section title={t("workshop.parking.title")}>
            <Parking />
          </Section>
        </aside>
      )}
    </div>
  );
}
