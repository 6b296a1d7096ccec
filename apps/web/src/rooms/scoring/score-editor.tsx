// A score as anchored scales, by whatever method is of record: the engine's reason under each, what it comes to, proposed or confirmed.
import { methodOf, type ScoringMethod, type Threat } from "@parapet/core";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { usePeople } from "../../data/people.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { TierChip } from "../../kit/chips.tsx";
import { Problems } from "../../kit/problems.tsx";
import { FactorScale } from "./factor-scale.tsx";
import { changedFactors, lowersTier, outcomeOf, standingOf } from "./scale.ts";

export interface ScoreEditorProps {
  readonly threat: Threat;
  /** Where it starts, when that is not the score as it is: a dot was moved, or people agreed on it. */
  readonly start?: Readonly<Record<string, number>>;
  readonly done?: () => void;
}

/** Opens a score for reading and changing. Its scales are those of the model's method of record. */
export function ScoreEditor({ threat, start, done }: ScoreEditorProps) {
  const method = methodOf(useWorkbench((state) => state.document?.model.method));
  return (
    <Scales
      key={`${threat.id} ${JSON.stringify(threat.score.factors)}`}
      threat={threat}
      start={start}
      done={done}
      method={method}
    />
  );
}

type ScalesProps = {
  readonly threat: Threat;
  readonly start: ScoreEditorProps["start"];
  readonly done: ScoreEditorProps["done"];
  readonly method: ScoringMethod;
};

function Scales({ threat, start, done, method }: ScalesProps) {
  const { t } = useTranslation();
  const { score, title } = threat;
  const [factors, setFactors] = useState(start ?? score.factors);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const { problems, busy, sending } = useSending();
  const changed = changedFactors(score.factors, factors);
  const isChanged = Object.keys(changed).length > 0;
  const complete = Object.keys(changed).every((id) => reasons[id]?.trim());
  const outcome = outcomeOf(method, factors);
  const run = async (title: string, name: string, input: object) => {
    if (await sending(title, call(name, input))) done?.();
  };
  const save = () =>
    run(t("scoring.editor.changed", { title, tier: t(`words.tier.${outcome.tier}`) }), "change-score", {
      threat: threat.id,
      factors: changed,
      reasons: Object.fromEntries(Object.keys(changed).map((id) => [id, reasons[id] ?? ""])),
    });
  const confirm = () => run(t("scoring.editor.confirmed", { title }), "confirm-score", { threats: [threat.id] });
  return (
    <form
      aria-label={t("scoring.backlog.scoreOf", { title })}
      className="flex min-w-0 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged && complete) void save();
      }}
    >
      <Standing threat={threat} />
      <div className="grid gap-x-6 gap-y-3 @lg:grid-cols-2">
        {method.factors.map((factor) => {
          const { id } = factor;
          const value = factors[id] ?? factor.min;
          return (
            <FactorScale
              key={id}
              factor={factor}
              value={value}
              set={(to) => setFactors({ ...factors, [id]: to })}
              reason={score.reasons[id]}
              was={score.factors[id]}
              would={score.proposal?.[id]}
              why={
                id in changed
                  ? { text: reasons[id] ?? "", set: (text) => setReasons({ ...reasons, [id]: text }) }
                  : undefined
              }
            />
          );
        })}
      </div>
      <Comes threat={threat} method={method} factors={factors} />
      {score.vector !== undefined && (
        <p className="text-xs text-soft">
          {t("scoring.editor.vector")}: <code className="font-mono">{score.vector}</code>
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {isChanged ? (
          <Button look="main" type="submit" disabled={!complete || busy}>
            {t("scoring.editor.save")}
          </Button>
        ) : (
          (score.proposed || score.rescore) && (
            <Button look="main" disabled={busy} onClick={() => void confirm()}>
              {t("scoring.editor.confirm")}
            </Button>
          )
        )}
        {done && (
          <Button look="quiet" onClick={done}>
            {isChanged ? t("words.cancel") : t("scoring.editor.close")}
          </Button>
        )}
        {isChanged && !complete && <span className="text-xs text-soft">{t("scoring.editor.reasonsFirst")}</span>}
      </div>
      <Problems problems={problems} />
      <p className="text-2xs text-faint">
        {t("scoring.editor.source", { title: method.title, source: method.source })}
      </p>
    </form>
  );
}

/** Whose the score is, and whether it still stands. */
function Standing({ threat }: { readonly threat: Threat }) {
  const { t } = useTranslation();
  const { name } = usePeople();
  const document = useWorkbench((state) => state.document);
  if (!document) return null;
  return <p className="text-xs text-soft">{standingText(t, standingOf(document, threat), name)}</p>;
}

function standingText(t: TFunction, standing: ReturnType<typeof standingOf>, name: (key: string) => string): string {
  if (standing.kind === "proposed") return t("scoring.editor.standing.proposed");
  if (standing.kind === "lowered")
    return t("scoring.editor.lowered", { tier: t(`words.tier.${standing.tier}`).toLowerCase() });
  return t(`scoring.editor.standing.${standing.kind}`, { by: name(standing.by), on: standing.on });
}

/** What the values come to, and whether lowering the tier needs another person. */
function Comes({
  threat,
  method,
  factors,
}: Pick<ScalesProps, "threat" | "method"> & { readonly factors: Readonly<Record<string, number>> }) {
  const { t } = useTranslation();
  const document = useWorkbench((state) => state.document);
  const outcome = outcomeOf(method, factors);
  const isChanged = Object.keys(changedFactors(threat.score.factors, factors)).length > 0;
  const lowered = document && isChanged ? lowersTier(document, method, threat, factors) : undefined;
  return (
    <div role="status" className="flex flex-wrap items-center gap-2 text-sm">
      <TierChip tier={isChanged ? outcome.tier : threat.tier} long />
      <span>
        {t("scoring.editor.comes", { likelihood: outcome.likelihood, impact: outcome.impact, risk: outcome.risk })}
      </span>
      {lowered && (
        <span className="text-xs text-soft">
          {t("scoring.move.second", { tier: t(`words.tier.${lowered}`).toLowerCase() })}
        </span>
      )}
    </div>
  );
}
