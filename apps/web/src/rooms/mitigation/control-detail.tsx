// A control opened: what it is, the threats that it would be chosen against, its specification for the stack, what remains, and what it is chosen as.
import { type ControlCase, specificationOfChoice, type Texts } from "@parapet/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { World } from "../../frame/inspector/world.ts";
import { Section } from "../../kit/layout.tsx";
import { AgainstList } from "./against-list.tsx";
import { ChooseForm } from "./choose-form.tsx";
import { MitigationCard } from "./mitigation-card.tsx";
import { remainingOf } from "./remaining.ts";
import { Remains } from "./remains.tsx";
import { SpecificationView } from "./specification-view.tsx";

/** The world once the texts of the knowledge are there. */
export type FullWorld = World & { readonly texts: Texts };

export function ControlDetail({ of, world }: { readonly of: ControlCase; readonly world: FullWorld }) {
  const { t } = useTranslation();
  const { control, level, open, asked, mitigations } = of;
  const [marked, setMarked] = useState<ReadonlySet<string>>(() => new Set(open));
  const [stack, setStack] = useState("");
  const threats = useMemo(
    () => [...open, ...asked].filter((id) => marked.has(id)).flatMap((id) => world.views.threat.get(id) ?? []),
    [open, asked, marked, world.views],
  );
  const specification = useMemo(
    () => specificationOfChoice(world, { control, threats, ...(stack !== "" && { stack }) }),
    [world, control, threats, stack],
  );
  const remaining = useMemo(() => remainingOf(world, control, threats), [world, control, threats]);
  const texts = world.texts.controls[control];
  const offers = open.length + asked.length > 0;
  return (
    <div className="@container flex flex-col gap-4 border-t border-line bg-ground p-4">
      {texts && (
        <div className="text-sm">
          <p>{texts.what}</p>
          <p className="text-soft">{texts.removes}</p>
          {(level === "detective" || level === "corrective") && (
            <p className="text-soft">{t("mitigation.detail.notPreventing")}</p>
          )}
        </div>
      )}
      {mitigations.length > 0 && (
        <Section title={t("mitigation.detail.mitigations")}>
          <ul className="flex flex-col gap-2">
            {mitigations.map((id) => (
              <MitigationCard
                key={id}
                id={id}
                world={world}
                readable={threats.length === 0 && mitigations.length === 1}
              />
            ))}
          </ul>
        </Section>
      )}
      {offers && (
        <div className="grid grid-cols-1 gap-4 @4xl:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-3">
            <AgainstList of={of} marked={marked} mark={setMarked} world={world} />
            <ChooseForm of={of} threats={threats} stack={stack} setStack={setStack} world={world} />
            {threats.length > 0 && <Remains remaining={remaining} />}
          </div>
          <SpecificationView specification={specification} />
        </div>
      )}
    </div>
  );
}
