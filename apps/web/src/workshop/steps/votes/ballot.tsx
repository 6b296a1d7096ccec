// A vote that runs: cards face down until they are turned over together; then the spread, the timed talk and the result.
import type { Factor, Threat } from "@parapet/core";
import { personOf, type VoteView } from "@parapet/live";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";
import { Anchors } from "./anchors.tsx";
import { CardHand } from "./card-hand.tsx";
import { Turned } from "./turned.tsx";

export interface BallotProps {
  readonly threat: Threat;
  readonly factors: readonly Factor[];
  readonly vote: VoteView;
}

export function Ballot({ threat, factors, vote }: BallotProps) {
  const { t } = useTranslation();
  const { role } = useWorkshop();
  const name = factors.map(({ title }) => title).join(", ");
  return (
    <section aria-label={t("workshop.votes.vote", { factor: name })} className="flex flex-col gap-4">
      <h3 className="text-2xl font-semibold">{name}</h3>
      {vote.phase === "open" ? (
        <>
          <FaceDown count={vote.voted.length} />
          {role === "participant" && <Own factors={factors} vote={vote} />}
          {role === "facilitator" && <ByHand factors={factors} vote={vote} />}
          {role === "screen" && factors.map((factor) => <Anchors key={factor.id} factor={factor} />)}
        </>
      ) : (
        <Turned threat={threat} factors={factors} vote={vote} />
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

/** One's own cards; given again they take the place of the first. */
function Own({ factors, vote }: Pick<BallotProps, "factors" | "vote">) {
  const { t } = useTranslation();
  const { act } = useWorkshop();
  const you = useWorkbench((state) => state.shown?.you);
  const mine = you !== undefined && vote.voted.includes(personOf({ by: you.by ?? you.name, joined: you.joined }));
  return (
    <>
      <p className="text-base text-soft">{mine ? t("workshop.votes.mine") : t("workshop.votes.yours")}</p>
      <CardHand factors={factors} give={(values) => act({ kind: "cast", values })} />
    </>
  );
}

/** The facilitator lays down the cards that people show by hand, without names, and turns all over. */
function ByHand({ factors, vote }: Pick<BallotProps, "factors" | "vote">) {
  const { t } = useTranslation();
  const { act } = useWorkshop();
  const [laid, setLaid] = useState<readonly string[]>([]);
  const [anew, setAnew] = useState(false);
  const give = (values: Readonly<Record<string, number>>) => {
    const last = anew ? laid.at(-1) : undefined;
    const name = last ?? nextCard(vote);
    if (last === undefined) setLaid([...laid, name]);
    setAnew(false);
    act({ kind: "cast", values: { ...values }, for: name });
  };
  return (
    <>
      <p className="text-base text-soft">{t(anew ? "workshop.votes.lastAnew" : "workshop.votes.byHand")}</p>
      <CardHand factors={factors} give={give} />
      <div className="flex flex-wrap gap-2">
        <Button
          look="main"
          className="min-h-10! text-base!"
          disabled={vote.voted.length === 0}
          onClick={() => act({ kind: "reveal" })}
        >
          {t("workshop.votes.turn")}
        </Button>
        {laid.length > 0 && !anew && <Button onClick={() => setAnew(true)}>{t("workshop.votes.changeLast")}</Button>}
        <Button look="quiet" onClick={() => act({ kind: "drop-vote" })}>
          {t("workshop.votes.away")}
        </Button>
      </div>
    </>
  );
}

/** A name that no card has: those that people lay down by hand are only counted. */
function nextCard({ voted }: VoteView): string {
  let number = 1;
  while (voted.includes(`said:card ${number}`)) number += 1;
  return `card ${number}`;
}
