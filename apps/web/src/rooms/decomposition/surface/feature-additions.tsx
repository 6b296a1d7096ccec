// What a planned feature adds to the surface and to the threats, before it is built.
import type { Document } from "@parapet/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Consequence } from "../../../data/consequence.ts";
import { useSelect } from "../../../data/selection.ts";
import { useConsequences } from "../../../data/use-consequences.ts";
import { lookThrough, useWorkbench } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { TierChip } from "../../../kit/chips.tsx";
import { Section } from "../../../kit/layout.tsx";

/** So many are read at once; the others come when they are asked for. */
const listed = 12;

export function FeatureAdditions({ model }: { readonly model: Document["model"] }) {
  const { t } = useTranslation();
  const through = useWorkbench((state) => state.feature);
  const planned = Object.entries(model.features ?? {}).filter(([, { state }]) => state === "planned");
  const key = planned.map(([id]) => id).join(" ");
  const suppositions = useMemo(
    () => Object.fromEntries(key.split(" ").flatMap((id) => (id === "" ? [] : [[id, { feature: id }]]))),
    [key],
  );
  const consequences = useConsequences(suppositions);
  return (
    <Section title={t("surface.features.title")}>
      {planned.length === 0 && <p className="text-sm text-soft">{t("surface.features.none")}</p>}
      <ul className="flex flex-col gap-3">
        {planned.map(([id, feature]) => (
          <li key={id} className="flex flex-col gap-1 text-sm">
            <div className="flex items-start gap-2">
              <span className="min-w-0 flex-1 font-medium" dir="auto">
                {feature.title ?? id}
              </span>
              <Button className="text-xs!" onClick={() => lookThrough(through === id ? undefined : id)}>
                {through === id ? t("surface.features.whole") : t("surface.features.through")}
              </Button>
            </div>
            <Added consequence={consequences[id]} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Added({ consequence }: { readonly consequence: Consequence | undefined }) {
  const { t } = useTranslation();
  if (!consequence) return <p className="text-xs text-faint">{t("surface.features.working")}</p>;
  const { elements, flows, crossings, entryPoints, threats, score } = consequence;
  if (elements.length + flows.length + entryPoints.length === 0)
    return <p className="text-xs text-soft">{t("surface.features.empty")}</p>;
  const open = threats.filter(({ finding }) => finding === "open").length;
  return (
    <>
      <p className="text-xs text-soft" dir="auto">
        {t("surface.features.score", { before: score.before, after: score.after })}
        {entryPoints.length > 0 &&
          ` · ${t("surface.features.ways", { names: entryPoints.map(({ title }) => title).join(", ") })}`}
        {crossings.length > 0 && ` · ${t("surface.features.crossings", { count: crossings.length })}`}
        {` · ${t("surface.features.threats", { open, asked: threats.length - open })}`}
      </p>
      <AddedThreats threats={threats} />
    </>
  );
}

/** The threats by name: which ones they are is what is asked of a feature, not how many. */
function AddedThreats({ threats }: Pick<Consequence, "threats">) {
  const { t } = useTranslation();
  const select = useSelect();
  const [all, setAll] = useState(false);
  const shown = all ? threats : threats.slice(0, listed);
  return (
    <ul className="flex flex-col gap-0.5">
      {shown.map(({ id, title, tier }) => (
        <li key={id} className="flex items-start gap-1.5">
          <TierChip tier={tier} />
          <button
            type="button"
            dir="auto"
            className="min-w-0 text-left text-xs leading-5 hover:underline"
            onClick={() => select({ kind: "threat", id })}
          >
            {title}
          </button>
        </li>
      ))}
      {shown.length < threats.length && (
        <li>
          <button type="button" className="text-xs text-accent hover:underline" onClick={() => setAll(true)}>
            {t("surface.features.more", { count: threats.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  );
}
