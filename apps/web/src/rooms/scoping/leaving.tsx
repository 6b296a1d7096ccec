// What has to hold before scoping is left: what is done, and what is missing with the control that settles it.
import type { Analysis, Document, Need } from "@parapet/core";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { goToSpot } from "../../data/arrive.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { Section } from "../../kit/layout.tsx";
import { criterionOf, standingOfStage } from "../criteria.ts";
import { hrefOfPlace, placeOfNeed } from "../overview/place-of-need.ts";
import { CriterionMark } from "../stage-marks.tsx";
import { NameSenior } from "./name-senior.tsx";
import { RuleOut } from "./rule-out.tsx";

interface LeavingProps {
  readonly analysis: Analysis;
  readonly model: Document["model"];
}

export function Leaving({ analysis, model }: LeavingProps) {
  const { t } = useTranslation();
  const { criteria, done } = standingOfStage(analysis, "scoping");
  return (
    <Section title={t("scoping.leaving.title")} note={t("frame.stage.done", { done, total: criteria.length })}>
      <ul className="flex flex-col gap-1.5">
        {criteria.map(({ id, say, state, needs }) => (
          <li key={id}>
            <div className="flex items-start gap-1.5 text-sm">
              <CriterionMark state={state} />
              <span className={clsx("first-letter:uppercase", state === "done" && "text-soft")}>{say}</span>
            </div>
            {needs.length > 0 && (
              <ul className="mt-1 ml-6.5 flex flex-col gap-1.5">
                {needs.map((need) => (
                  <li key={need.id}>
                    <Settling need={need} model={model} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The control that settles a need; what stands elsewhere on the page is one press away. */
function Settling({ need, model }: { readonly need: Need; readonly model: Document["model"] }) {
  const { t } = useTranslation();
  const criterion = criterionOf(need);
  const id = useWorkbench((state) => state.model);
  const place = placeOfNeed(need);
  if (criterion === "senior-engineer" && place.room === "scoping") return <NameSenior model={model} />;
  if (criterion === "named") return <RuleOut need={need} />;
  const { spot = "" } = place;
  return (
    <div className="flex items-start gap-2 text-sm">
      <span className="min-w-0 flex-1 text-soft" dir="auto">
        {need.say}
      </span>
      {place.room === "scoping" ? (
        <Button className="text-xs!" onClick={() => goToSpot(spot)}>
          {t(criterion === "assumptions" ? "scoping.leaving.give" : "scoping.leaving.write")}
        </Button>
      ) : (
        <Link href={hrefOfPlace(id, place)} className="text-accent hover:underline">
          {t("scoping.leaving.look")}
        </Link>
      )}
    </div>
  );
}
