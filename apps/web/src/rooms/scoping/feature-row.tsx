// One feature: how risky it looks and why, what it adds to threats and surface, and the way to model it.
import type { Document, RankedFeature } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Consequence, Shift } from "../../data/consequence.ts";
import { linkTo } from "../../data/selection.ts";
import { lookThrough, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { IntakeForm } from "./intake-form.tsx";

interface FeatureRowProps {
  readonly ranked: RankedFeature;
  readonly feature: NonNullable<Document["model"]["features"]>[string];
  /** The one to model next. */
  readonly first: boolean;
  readonly open: boolean;
  readonly turn: () => void;
  readonly consequence: Consequence | undefined;
}

export function FeatureRow({ ranked, feature, first, open, turn, consequence }: FeatureRowProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const model = useWorkbench((state) => state.model);
  const through = useWorkbench((state) => state.feature === ranked.id);
  const { id, title, state, yes, unknown } = ranked;
  const modelThis = () => {
    if (state === "planned") lookThrough(id);
    go(linkTo(model, "decomposition", { kind: "feature", id }));
  };
  const names = yes.map((question) => t(`scoping.features.short.${question}`)).join(", ");
  return (
    <li className="px-3 py-2.5">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1.5">
        <RiskRange ranked={ranked} />
        <div className="min-w-0 flex-1 basis-64">
          <p className="text-sm font-medium" dir="auto">
            {title}
            <span className="ml-2 text-xs font-normal text-faint">
              {[t(`scoping.features.${state}`), feature.ticket].filter(Boolean).join(" · ")}
            </span>
          </p>
          {names !== "" && <p className="text-xs text-soft">{t("scoping.features.yes", { names })}</p>}
          {consequence && <Adds consequence={consequence} />}
          {feature.why !== undefined && (
            <p className="text-xs text-faint" dir="auto">
              {feature.why}
            </p>
          )}
          <button type="button" aria-expanded={open} className="text-xs text-accent hover:underline" onClick={turn}>
            {t("scoping.features.rate", { count: unknown.length })}
          </button>
        </div>
        {through ? (
          <Button onClick={() => lookThrough(undefined)}>{t("scoping.features.whole")}</Button>
        ) : (
          <Button look={first ? "main" : "plain"} onClick={modelThis}>
            {t("scoping.features.model")}
          </Button>
        )}
      </div>
      {open && <IntakeForm feature={id} title={title} given={feature.intake ?? {}} />}
    </li>
  );
}

/** How risky it looks: solid as far as it is known, hatched as far as it may go. */
function RiskRange({ ranked: { score, least, most } }: { readonly ranked: RankedFeature }) {
  const { t } = useTranslation();
  const range = t("scoping.features.range", { least, most });
  return (
    <div className="w-14 shrink-0" title={range}>
      <p className="text-lg font-semibold leading-5">
        {score}
        <span className="sr-only"> {t("scoping.features.rank", { score })}</span>
      </p>
      <div aria-hidden="true" className="mt-1 flex h-1.5 overflow-hidden rounded-full bg-sunken">
        <span className="bg-ink" style={{ width: `${least}%` }} />
        <span className="hatched text-ink" style={{ width: `${most - least}%` }} />
      </div>
    </div>
  );
}

function Adds({ consequence }: { readonly consequence: Consequence }) {
  const { t } = useTranslation();
  const { elements, flows, entryPoints, threats, score, openRisk, hiddenRisk } = consequence;
  const things = elements.length + flows.length + entryPoints.length;
  if (things === 0) return <p className="text-xs text-soft">{t("scoping.features.empty")}</p>;
  const open = threats.filter(({ finding }) => finding === "open").length;
  const shift = ({ before, after }: Shift) => ({ before: Math.round(before), after: Math.round(after) });
  return (
    <p className="text-xs text-soft">
      {t("scoping.features.adds", { open, asked: threats.length - open })} ·{" "}
      {t("scoping.features.things", { count: things })} · {t("scoping.features.surface", shift(score))} ·{" "}
      {t("scoping.features.risk", shift(openRisk))} · {t("scoping.features.hidden", shift(hiddenRisk))}
    </p>
  );
}
