// A dot was moved to another cell: which factors that changes, and why. It stands below the matrix; nothing is covered.
import { type Cell, methodOf, type Threat, type Tier, tierBySum } from "@parapet/core";
import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { TierChip } from "../../kit/chips.tsx";
import { Card } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";
import { bandName } from "./band-name.ts";
import { bandNumbers } from "./matrix.ts";
import { changedFactors, lowersTier } from "./scale.ts";
import type { MatrixSight } from "./sights.tsx";

export interface MoveFormProps {
  readonly threat: Threat;
  readonly sight: MatrixSight;
  /** The factors by which it comes to the cell; undefined when none do. */
  readonly factors: Readonly<Record<string, number>> | undefined;
  readonly to: Cell;
  readonly change: (to: Cell) => void;
  readonly done: () => void;
  readonly scales: (factors: Readonly<Record<string, number>>) => void;
}

export function MoveForm({ threat, sight, factors, to, change, done, scales }: MoveFormProps) {
  const { t } = useTranslation();
  const document = useWorkbench((state) => state.document);
  const reason = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => reason.current?.focus(), []);
  const [why, setWhy] = useState("");
  const { problems, busy, sending } = useSending();
  const method = methodOf(document?.model.method);
  const before = threat.score.factors;
  const changed = factors && changedFactors(before, factors);
  const ids = Object.keys(changed ?? {});
  const tier = tierBySum[to.likelihood + to.impact] as Tier;
  const lowered = factors && document && lowersTier(document, method, threat, factors);
  const save = async () => {
    if (!changed || ids.length === 0) return;
    const title = t(`scoring.move.done.${sight}`, { title: threat.title, tier: t(`words.tier.${tier}`) });
    const reasons = Object.fromEntries(ids.map((id) => [id, why.trim()]));
    if (await sending(title, call("change-score", { threat: threat.id, factors: changed, reasons }))) done();
  };
  return (
    <Card className="p-3">
      <form
        data-move={threat.id}
        className="flex flex-col gap-2 text-sm"
        onKeyDown={({ key }) => key === "Escape" && done()}
        onSubmit={(event) => {
          event.preventDefault();
          if (why.trim() !== "") void save();
        }}
      >
        <p className="font-medium" dir="auto">
          {t("scoring.move.title", { title: threat.title })}
        </p>
        <div className="flex flex-wrap items-center gap-2 text-xs text-soft">
          <Band axis="likelihood" to={to} change={change} />
          <Band axis="impact" to={to} change={change} />
          {factors && <TierChip tier={tier} long />}
        </div>
        {factors ? (
          <ul className="text-xs text-soft">
            {method.factors
              .filter(({ id }) => ids.includes(id))
              .map(({ id, title }) => (
                <li key={id}>
                  {t("scoring.move.change", { factor: title, before: before[id] ?? 0, after: factors[id] ?? 0 })}
                </li>
              ))}
          </ul>
        ) : (
          <p className="text-xs text-soft">{t(`scoring.move.never.${sight}`)}</p>
        )}
        {factors && ids.length === 0 && tier !== threat.tier && (
          <p className="text-xs text-soft">{t(`scoring.move.same.${sight}`)}</p>
        )}
        <input
          ref={reason}
          aria-label={t("scoring.move.why")}
          placeholder={t("scoring.move.why")}
          value={why}
          dir="auto"
          onChange={({ target }) => setWhy(target.value)}
          className="rounded-md border border-line-strong bg-surface px-2 py-1"
        />
        {lowered && (
          <p className="text-xs text-soft">
            {t("scoring.move.second", { tier: t(`words.tier.${lowered}`).toLowerCase() })}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button look="main" type="submit" disabled={why.trim() === "" || ids.length === 0 || busy}>
            {t("scoring.move.save")}
          </Button>
          {factors && <Button onClick={() => scales(factors)}>{t("scoring.move.scales")}</Button>}
          <Button look="quiet" onClick={done}>
            {t("words.cancel")}
          </Button>
        </div>
        <Problems problems={problems} />
      </form>
    </Card>
  );
}

function Band({
  axis,
  to,
  change,
}: {
  readonly axis: keyof Cell;
  readonly to: Cell;
  readonly change: (to: Cell) => void;
}) {
  const { t } = useTranslation();
  return (
    <label className="flex items-center gap-1">
      {t(`scoring.move.${axis}`)}
      <select
        value={to[axis]}
        onChange={({ target }) => change({ ...to, [axis]: Number(target.value) })}
        className="rounded-md border border-line bg-surface px-1 py-0.5"
      >
        {bandNumbers.map((band) => (
          <option key={band} value={band}>
            {bandName(t, band)}
          </option>
        ))}
      </select>
    </label>
  );
}
