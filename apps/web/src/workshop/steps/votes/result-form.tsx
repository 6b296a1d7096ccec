// What the talk about a spread came to: a value that somebody voted, and why.
import type { Factor, Threat } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../../data/heard.ts";
import { call } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { TextField } from "../../../kit/field.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { anchorOf } from "../../../rooms/scoring/scale.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import type { Spread } from "../../running/spread.ts";

export function ResultForm({
  threat,
  factor,
  votes,
  spread,
}: {
  readonly threat: Threat;
  readonly factor: Factor;
  readonly votes: readonly number[];
  readonly spread: Spread;
}) {
  const { t } = useTranslation();
  const { id, act } = useWorkshop();
  const [result, setResult] = useState(spread.middle);
  const [why, setWhy] = useState("");
  const { problems, busy, sending } = useSending();
  const values = Array.from({ length: spread.high - spread.low + 1 }, (_, i) => spread.low + i);
  const keep = async () => {
    const outcome = { spread: votes, result, rationale: why.trim() };
    const input = { workshop: id, threat: threat.id, votes: { [factor.id]: outcome } };
    const title = t("workshop.votes.kept", { factor: factor.title, value: result, title: threat.title });
    if (await sending(title, call("keep-vote", input))) act({ kind: "clear-vote" });
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (why.trim() !== "") void keep();
      }}
    >
      <fieldset className="flex flex-wrap items-center gap-1.5">
        <legend className="mb-1 text-sm text-soft">{t("workshop.votes.result")}</legend>
        {values.map((value) => (
          <label
            key={value}
            className="cursor-pointer rounded-md border border-line-strong/60 px-3 py-1 text-lg has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-focus-visible:outline-2"
          >
            <input
              type="radio"
              name="result"
              className="sr-only"
              checked={value === result}
              onChange={() => setResult(value)}
            />
            {value}
          </label>
        ))}
      </fieldset>
      <p className="text-base">{anchorOf(factor, result)?.say}</p>
      <TextField label={t("workshop.votes.why")} value={why} onValue={setWhy} lines={2} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="main" className="min-h-10! text-base!" disabled={busy || why.trim() === ""}>
          {t("workshop.votes.keep")}
        </Button>
        <Button onClick={() => act({ kind: "call-vote", threat: threat.id, factor: factor.id })}>
          {t("workshop.votes.again")}
        </Button>
        <Button look="quiet" onClick={() => act({ kind: "clear-vote" })}>
          {t("workshop.votes.away")}
        </Button>
      </div>
      <Problems problems={problems} />
    </form>
  );
}
