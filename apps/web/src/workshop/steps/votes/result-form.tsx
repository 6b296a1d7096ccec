// What the talk about a spread came to: a value between the votes on each scale, and why.
import { type Factor, methodOf } from "@parapet/core";
import { keepVote } from "@parapet/live";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../../data/heard.ts";
import { Button } from "../../../kit/button.tsx";
import { TierChip } from "../../../kit/chips.tsx";
import { TextField } from "../../../kit/field.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { anchorOf, outcomeOf } from "../../../rooms/scoring/scale.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { type Spread, spreadOf } from "../../running/spread.ts";
import type { BallotProps } from "./ballot.tsx";

export function ResultForm({ threat, factors, vote }: BallotProps) {
  const { t } = useTranslation();
  const { id, document, act } = useWorkshop();
  const spreads = factors.flatMap((factor) => {
    const spread = spreadOf(vote.spread?.[factor.id] ?? []);
    return spread ? [{ factor, spread }] : [];
  });
  const [results, setResults] = useState<Readonly<Record<string, number>>>(() =>
    Object.fromEntries(spreads.map(({ factor, spread }) => [factor.id, spread.proposed])),
  );
  const [why, setWhy] = useState("");
  const { problems, busy, sending } = useSending();
  const { tier } = outcomeOf(methodOf(document.model.method), { ...threat.score.factors, ...results });
  const keep = async () => {
    const call = keepVote(id, { ...vote, results, rationale: why.trim() });
    const said = spreads.map(({ factor }) => `${factor.title} ${results[factor.id]}`).join(", ");
    if (call && (await sending(t("workshop.votes.kept", { said, title: threat.title }), call)))
      act({ kind: "vote-kept" });
  };
  const again = () => {
    act({ kind: "drop-vote" });
    act({ kind: "open-vote", threat: vote.threat, factors: [...vote.factors] });
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (why.trim() !== "") void keep();
      }}
    >
      {spreads.map(({ factor, spread }) => (
        <Agreed
          key={factor.id}
          factor={factor}
          spread={spread}
          value={results[factor.id] ?? spread.proposed}
          agree={(value) => setResults({ ...results, [factor.id]: value })}
        />
      ))}
      <p className="flex items-center gap-2 text-base text-soft">
        {t("workshop.votes.comes")} <TierChip tier={tier} long />
      </p>
      <TextField label={t("workshop.votes.why")} value={why} onValue={setWhy} lines={2} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="main" className="min-h-10! text-base!" disabled={busy || why.trim() === ""}>
          {t("workshop.votes.keep")}
        </Button>
        <Button onClick={again}>{t("workshop.votes.again")}</Button>
        <Button look="quiet" onClick={() => act({ kind: "drop-vote" })}>
          {t("workshop.votes.away")}
        </Button>
      </div>
      <Problems problems={problems} />
    </form>
  );
}

function Agreed({
  factor,
  spread,
  value,
  agree,
}: {
  readonly factor: Factor;
  readonly spread: Spread;
  readonly value: number;
  readonly agree: (value: number) => void;
}) {
  const { t } = useTranslation();
  const values = Array.from({ length: spread.high - spread.low + 1 }, (_, i) => spread.low + i);
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="mb-1 text-sm text-soft">{t("workshop.votes.result", { factor: factor.title })}</legend>
      {values.map((one) => (
        <label
          key={one}
          className="cursor-pointer rounded-md border border-line-strong/60 px-3 py-1 text-lg has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2"
        >
          <input
            type="radio"
            name={`result-${factor.id}`}
            className="sr-only"
            checked={one === value}
            onChange={() => agree(one)}
          />
          {one}
        </label>
      ))}
      <span className="basis-full text-base">{anchorOf(factor, value)?.say}</span>
    </fieldset>
  );
}
