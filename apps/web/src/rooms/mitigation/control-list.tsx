// The controls: what the platform gives first, structural before preventive before detective; apart those that only asked threats name.
import type { ControlCase } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../kit/button.tsx";
import { Section } from "../../kit/layout.tsx";
import { caseLists, placesInPlan } from "./case-groups.ts";
import { ControlRow } from "./control-row.tsx";
import type { MitigationFigures } from "./figures.ts";

export interface ControlListProps {
  readonly figures: MitigationFigures;
  readonly open: string | undefined;
  readonly turn: (control: string | undefined) => void;
}

export function ControlList({ figures, open, turn }: ControlListProps) {
  const { t } = useTranslation();
  const { now, later } = caseLists(figures.cases);
  const [more, setMore] = useState(false);
  const shown = more || later.some(({ control }) => control === open);
  if (figures.cases.length === 0) return <p className="text-sm text-soft">{t("mitigation.list.nothing")}</p>;
  return (
    <div className="flex flex-col gap-4">
      {now.map(({ name, cases }) => (
        <Section key={name} title={t(`mitigation.list.group.${name}`)}>
          <Rows cases={cases} figures={figures} open={open} turn={turn} />
        </Section>
      ))}
      {later.length > 0 && (
        <div>
          <Button look="quiet" aria-expanded={shown} onClick={() => setMore(!shown)}>
            {t("mitigation.list.later", { count: later.length })}
          </Button>
          {shown && (
            <div className="mt-2">
              <Rows cases={later} figures={figures} open={open} turn={turn} />
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function Rows({ cases, figures, open, turn }: ControlListProps & { readonly cases: readonly ControlCase[] }) {
  const places = placesInPlan(figures.plan);
  const most = Math.max(1, ...figures.cases.map(({ removes, adds, mayRemove }) => removes + adds + mayRemove));
  const alone = new Set(figures.alone.flatMap(({ mitigations }) => mitigations ?? []));
  return (
    <ul className="overflow-hidden rounded-lg border border-line bg-surface">
      {cases.map((one) => (
        <ControlRow
          key={one.control}
          of={one}
          places={places.get(one.control) ?? []}
          most={most}
          alone={one.mitigations.some((id) => alone.has(id))}
          isOpen={open === one.control}
          turn={() => turn(open === one.control ? undefined : one.control)}
        />
      ))}
    </ul>
  );
}
