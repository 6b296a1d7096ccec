// What is done about a selection: its mitigations with their state; about a threat everything, brought when one is looked at.
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import type { Selection } from "../../data/selection.ts";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { inspectorParts } from "./later.ts";
import { justWritten } from "./threat/card-threat.ts";
import type { World } from "./world.ts";

const ThreatDoing = lazy(async () => ({ default: await inspectorParts.threatDoing() }));

export function Doing({ selection, world }: { readonly selection: Selection; readonly world: World }) {
  const { kind, id } = selection;
  const threat = kind === "threat" ? (world.views.threat.get(id) ?? justWritten(world.document, id)) : undefined;
  if (!threat) return <ThingDoing id={id} world={world} />;
  return (
    <Suspense>
      <ThreatDoing threat={threat} world={world} />
    </Suspense>
  );
}

function ThingDoing({ id, world }: { readonly id: string; readonly world: World }) {
  const { t } = useTranslation();
  const people = usePeople();
  const mitigations = world.analysis.mitigations.filter(
    (one) => one.on.includes(id) || one.id === id || one.control === id,
  );
  const nothing = mitigations.length === 0;
  return (
    <div className="flex flex-col gap-2 text-sm">
      {nothing && <p className="text-xs text-faint">{t("inspector.none.doing")}</p>}
      <ul className="flex flex-col gap-1">
        {mitigations.map((one) => (
          <li key={one.id} className="flex items-start gap-2">
            <span className="pt-1">
              <CertaintyMark
                certainty={one.state === "verified" ? "solid" : one.state === "failed" ? "struck" : "hollow"}
                label=""
              />
            </span>
            <span className="min-w-0 flex-1">
              {one.title} <span className="text-xs text-faint">{t(`inspector.state.${one.state}`)}</span>
              <span className="block text-xs text-faint">
                {one.owner === undefined ? t("inspector.nobody") : people.name(one.owner)} ·{" "}
                {one.due ?? t("inspector.noDate")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
