// Votes that are turned over: how far they lie apart, how long the talk goes already, and what is agreed.
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useWorkshop } from "../../running/in-workshop.ts";
import { spreadOf } from "../../running/spread.ts";
import { clockText } from "../../running/timing.ts";
import { useClock } from "../../running/use-clock.ts";
import { Anchors } from "./anchors.tsx";
import type { BallotProps } from "./ballot.tsx";
import { ResultForm } from "./result-form.tsx";
import { SpreadStrip } from "./spread-strip.tsx";

export function Turned({ threat, factors, vote }: BallotProps) {
  const { t } = useTranslation();
  const { role } = useWorkshop();
  const now = useClock();
  const since = useRef(now);
  const leads = role === "facilitator";
  return (
    <>
      {factors.map((factor) => {
        const spread = spreadOf(vote.spread?.[factor.id] ?? []);
        if (!spread) return null;
        return (
          <div key={factor.id} className="flex flex-col gap-2">
            {factors.length > 1 && <h4 className="text-lg font-medium">{factor.title}</h4>}
            <SpreadStrip factor={factor} spread={spread} />
            <p className="text-lg">
              {spread.low === spread.high
                ? t("workshop.votes.agree", { value: spread.low })
                : t("workshop.votes.range", { low: spread.low, high: spread.high, middle: spread.middle })}
            </p>
            {!leads && <Anchors factor={factor} />}
          </div>
        );
      })}
      <p className="text-lg text-soft" role="timer">
        {t("workshop.votes.talk", { time: clockText(Math.max(0, Math.round((now - since.current) / 1000))) })}
      </p>
      {leads && <ResultForm threat={threat} factors={factors} vote={vote} />}
    </>
  );
}
