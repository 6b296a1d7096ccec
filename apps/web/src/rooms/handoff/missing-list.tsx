// What is missing before something is security-complete. A planned feature is looked through to see what it adds.
import { useTranslation } from "react-i18next";
import { lookThrough, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { Section } from "../../kit/layout.tsx";
import type { FullWorld } from "../mitigation/control-detail.tsx";
import type { Completeness } from "./completeness.ts";
import type { Group } from "./groups.ts";

export interface MissingListProps {
  readonly group: Group;
  readonly completeness: Completeness;
  readonly world: FullWorld;
}

export function MissingList({ group, completeness, world }: MissingListProps) {
  const { t } = useTranslation();
  const { missing, met, required, complete } = completeness;
  return (
    <Section title={t("handoff.missing.title")} note={t("handoff.criteria", { met, total: required })}>
      {complete ? (
        <p className="text-sm">{t("handoff.missing.none")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface" data-missing="">
          {missing.map(({ lack, count, about }) => (
            <li key={lack} className="px-3 py-1.5 text-sm">
              {t(`handoff.lack.${lack}`, { count })}
              {about.length > 0 && (
                <span className="block truncate text-xs text-soft" title={about.join(" · ")} dir="auto">
                  {about.join(" · ")}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {group.kind === "feature" && <Lens group={group} world={world} />}
    </Section>
  );
}

function Lens({ group, world }: Pick<MissingListProps, "group" | "world">) {
  const { t } = useTranslation();
  const feature = useWorkbench((state) => state.feature);
  const planned = world.document.model.features?.[group.id]?.state === "planned";
  if (!planned) return null;
  const through = feature === group.id;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <Button onClick={() => lookThrough(through ? undefined : group.id)}>
        {through ? t("handoff.missing.lensOff") : t("handoff.missing.lens")}
      </Button>
      {!through && <p className="min-w-0 flex-1 text-xs text-soft">{t("handoff.missing.planned")}</p>}
    </div>
  );
}
