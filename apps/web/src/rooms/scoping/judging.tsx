// Challenge, confirm, refute: each opens one line for the reason, and Enter says it.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../data/use-command.ts";
import { call } from "../../data/workbench.ts";
import { BareDay, BareText } from "../../kit/bare-fields.tsx";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import type { Assumption, AssumptionState } from "./assumptions.ts";

const verdicts = ["challenge", "confirm", "refute"] as const;
type Verdict = (typeof verdicts)[number];

const commandOf: Readonly<Record<Verdict, string>> = {
  challenge: "challenge-assumption",
  confirm: "confirm-assumption",
  refute: "refute-assumption",
};
const didOf = { challenge: "didChallenge", confirm: "didConfirm", refute: "didRefute" } as const;
/** What is said already is not offered again; that it holds can always be confirmed anew. */
const idle: Readonly<Record<AssumptionState, Verdict | undefined>> = {
  holds: undefined,
  past: undefined,
  challenged: "challenge",
  refuted: "refute",
};

interface JudgingProps {
  readonly id: string;
  readonly assumption: Assumption;
  readonly state: AssumptionState;
  readonly now: string;
}

export function Judging({ id, assumption, state, now }: JudgingProps) {
  const { t } = useTranslation();
  const { run, problems, clear } = useCommand();
  const [verdict, setVerdict] = useState<Verdict>();
  const [why, setWhy] = useState("");
  const [review, setReview] = useState("");
  const stands = assumption.review !== undefined && assumption.review > now;
  const open = (next: Verdict | undefined) => {
    setVerdict(next);
    setWhy("");
    clear();
  };
  const judge = async (said: Verdict) => {
    const reason = why.trim() === "" ? {} : { why: why.trim() };
    const until = said === "confirm" && review !== "" ? { review } : {};
    const title = t(`scoping.assumptions.${didOf[said]}`, { text: assumption.text });
    if (await run(title, call(commandOf[said], { id, ...reason, ...until }))) open(undefined);
  };
  return (
    <>
      <div className="ml-auto flex flex-wrap gap-1">
        {verdicts
          .filter((one) => one !== idle[state])
          .map((one) => (
            <Button
              key={one}
              look={one === verdict ? "main" : "quiet"}
              aria-expanded={one === verdict}
              className="text-xs!"
              onClick={() => open(one === verdict ? undefined : one)}
            >
              {t(`scoping.assumptions.${one}`)}
            </Button>
          ))}
      </div>
      {verdict && (
        <form
          className="flex w-full flex-wrap items-center gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            void judge(verdict);
          }}
          onKeyDown={({ key }) => key === "Escape" && open(undefined)}
        >
          <BareText
            autoFocus
            label={t(`scoping.assumptions.why.${verdict}`)}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
            className="min-w-40 flex-1"
          />
          {verdict === "confirm" && (
            <BareDay
              label={t("scoping.assumptions.until")}
              value={review === "" && stands ? (assumption.review ?? "") : review}
              min={now}
              onChange={({ target }) => setReview(target.value)}
            />
          )}
          <Button type="submit" look="main">
            {t(`scoping.assumptions.${verdict}`)}
          </Button>
        </form>
      )}
      <Problems problems={problems} />
    </>
  );
}
