// A vote that runs: cards face down until they are turned over together; then the spread, the timed talk and the result.
import type { Factor, Threat } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import type { Vote } from "../../live.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { useServerClock } from "../../running/part-clock.tsx";
import { spreadOf } from "../../running/spread.ts";
import { clockText } from "../../running/timing.ts";
import { CardRow } from "./card-row.tsx";
import { ResultForm } from "./result-form.tsx";
import { SpreadStrip } from "./spread-strip.tsx";

export interface BallotProps {
  readonly threat: Threat;
  readonly factor: Factor;
  readonly vote: Vote;
}

export function Ballot({ threat, factor, vote }: BallotProps) {
  const { t } = useTranslation();
  const { role } = useWorkshop();
  return (
    <section aria-label={t("workshop.votes.vote", { factor: factor.title })} className="flex flex-col gap-4">
      <h3 className="text-2xl font-semibold">{factor.title}</h3>
      {vote.turned ? (
        <Turned threat={threat} factor={factor} vote={vote} />
      ) : (
        <>
          <FaceDown count={vote.count} />
          {role !== "screen" && <Cards factor={factor} vote={vote} />}
          {role === "screen" && <Anchors factor={factor} />}
        </>
      )}
    </section>
  );
}

/** As many backs of cards as there are votes. */
function FaceDown({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-center gap-2" role="status" data-face-down={count}>
      {Array.from({ length: Math.min(count, 40) }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the backs of cards are all the same.
        <span key={i} aria-hidden="true" className="hatched h-16 w-11 rounded-md border-2 border-accent text-accent" />
      ))}
      <span className="text-lg text-soft">{t("workshop.votes.count", { count })}</span>
    </div>
  );
}

/** One's own card; who leads adds those that people show by hand, and turns all over. */
function Cards({ factor, vote }: { readonly factor: Factor; readonly vote: Vote }) {
  const { t } = useTranslation();
  const { role, act } = useWorkshop();
  const you = useWorkbench((state) => state.shown?.you?.session);
  const mine = you !== undefined && vote.voted.includes(you);
  return (
    <>
      {role === "participant" && (
        <>
          <p className="text-base text-soft">{mine ? t("workshop.votes.mine") : t("workshop.votes.yours")}</p>
          <CardRow factor={factor} give={(value) => act({ kind: "vote", value })} />
        </>
      )}
      {role === "facilitator" && (
        <>
          <p className="text-base text-soft">{t("workshop.votes.byHand")}</p>
          <CardRow factor={factor} give={(value) => act({ kind: "card", value })} />
          <div className="flex flex-wrap gap-2">
            <Button
              look="main"
              className="min-h-10! text-base!"
              disabled={vote.count === 0}
              onClick={() => act({ kind: "turn" })}
            >
              {t("workshop.votes.turn")}
            </Button>
            <Button look="quiet" onClick={() => act({ kind: "clear-vote" })}>
              {t("workshop.votes.away")}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function Turned({ threat, factor, vote }: BallotProps) {
  const { t } = useTranslation();
  const { role } = useWorkshop();
  const now = useServerClock();
  const spread = spreadOf(vote.turned?.votes ?? []);
  if (!spread || !vote.turned) return null;
  const talked = Math.max(0, Math.round((now - vote.turned.at) / 1000));
  return (
    <>
      <SpreadStrip factor={factor} spread={spread} />
      <p className="flex flex-wrap gap-x-4 text-lg">
        <span>
          {spread.low === spread.high
            ? t("workshop.votes.agree", { value: spread.low })
            : t("workshop.votes.range", { low: spread.low, high: spread.high })}
        </span>
        <span className="text-soft" role="timer">
          {t("workshop.votes.talk", { time: clockText(talked) })}
        </span>
      </p>
      {role === "facilitator" ? (
        <ResultForm threat={threat} factor={factor} votes={vote.turned.votes} spread={spread} />
      ) : (
        <Anchors factor={factor} />
      )}
    </>
  );
}

/** What the values of a scale mean. */
function Anchors({ factor }: { readonly factor: Factor }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-lg">
      {Object.entries(factor.anchors).map(([at, say]) => (
        <div key={at} className="contents">
          <dt className="text-right font-semibold">{at}</dt>
          <dd className="text-soft">{say}</dd>
        </div>
      ))}
    </dl>
  );
}
