// Which scales of a threat are voted on: each with the value that stands and what was agreed today.
import type { Factor, Threat } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { Button } from "../../../kit/button.tsx";
import { anchorOf } from "../../../rooms/scoring/scale.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { spreadOf } from "../../running/spread.ts";
import { isFactorKnown } from "./is-known.ts";
import { SpreadStrip } from "./spread-strip.tsx";

export function FactorChoice({ threat, factors }: { readonly threat: Threat; readonly factors: readonly Factor[] }) {
  const { t } = useTranslation();
  const { workshop, act } = useWorkshop();
  const open = (...voted: readonly Factor[]) =>
    act({ kind: "open-vote", threat: threat.id, factors: voted.map(({ id }) => id) });
  return (
    <div className="flex flex-col gap-2">
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {factors.map((factor) => {
          const { id, title } = factor;
          const value = threat.score.factors[id] ?? factor.min;
          const kept = workshop.votes?.[threat.id]?.[id];
          const known = isFactorKnown(threat, workshop, id);
          const spread = kept && spreadOf(kept.spread);
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
              <span className="min-w-0 flex-1 basis-64">
                <span className="text-lg font-medium">{title}</span> {known && <span className="text-lg">{value}</span>}
                {known && <span className="block text-sm text-soft">{anchorOf(factor, value)?.say}</span>}
                {kept && spread && (
                  <span className="mt-1 block text-sm" dir="auto">
                    <SpreadStrip factor={factor} spread={spread} result={kept.result} small />
                    {kept.rationale}
                  </span>
                )}
              </span>
              <Button look={kept ? "plain" : "main"} className="min-h-9!" onClick={() => open(factor)}>
                {t("workshop.votes.vote", { factor: title })}
              </Button>
            </li>
          );
        })}
      </ul>
      <Button className="w-fit" onClick={() => open(...factors)}>
        {t("workshop.votes.voteAll")}
      </Button>
    </div>
  );
}
