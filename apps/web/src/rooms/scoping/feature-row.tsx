// One feature: what it adds to threats and surface, and the way to model it.
import type { Document } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Consequence, Shift } from "../../data/consequence.ts";
import { linkTo } from "../../data/selection.ts";
import { lookThrough, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";

type Feature = NonNullable<Document["model"]["features"]>[string];

interface FeatureRowProps {
  readonly id: string;
  readonly feature: Feature;
  readonly consequence: Consequence | undefined;
}

export function FeatureRow({ id, feature, consequence }: FeatureRowProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const model = useWorkbench((state) => state.model);
  const through = useWorkbench((state) => state.feature === id);
  const modelThis = () => {
    lookThrough(id);
    go(linkTo(model, "decomposition", { kind: "feature", id }));
  };
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1.5 px-3 py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-sm font-medium" dir="auto">
          {feature.title ?? id}
          <span className="ml-2 text-xs font-normal text-faint">
            {[t(feature.state === "planned" ? "scoping.features.planned" : "scoping.features.built"), feature.ticket]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </p>
        {consequence && <Adds consequence={consequence} />}
        {feature.why !== undefined && (
          <p className="text-xs text-faint" dir="auto">
            {feature.why}
          </p>
        )}
      </div>
      {feature.state === "planned" &&
        (through ? (
          <Button onClick={() => lookThrough(undefined)}>{t("scoping.features.whole")}</Button>
        ) : (
          <Button look="main" onClick={modelThis}>
            {t("scoping.features.model")}
          </Button>
        ))}
    </li>
  );
}

function Adds({ consequence }: { readonly consequence: Consequence }) {
  const { t } = useTranslation();
  const { elements, flows, entryPoints, threats, score, openRisk, hiddenRisk } = consequence;
  const things = elements.length + flows.length + entryPoints.length;
  if (things === 0) return <p className="text-sm text-soft">{t("scoping.features.empty")}</p>;
  const open = threats.filter(({ finding }) => finding === "open").length;
  const shift = ({ before, after }: Shift) => ({ before: Math.round(before), after: Math.round(after) });
  return (
    <p className="text-sm text-soft">
      {t("scoping.features.adds", { open, asked: threats.length - open })} ·{" "}
      {t("scoping.features.things", { count: things })} · {t("scoping.features.surface", shift(score))} ·{" "}
      {t("scoping.features.risk", shift(openRisk))} · {t("scoping.features.hidden", shift(hiddenRisk))}
    </p>
  );
}
