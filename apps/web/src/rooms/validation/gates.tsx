// The gates as they stand: what has to hold before a change goes through, and what fails it, each case leading to its thing.
import type { GateView } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../data/selection.ts";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { Section } from "../../kit/layout.tsx";
import { caseOf } from "./gate-cases.ts";

const shownCases = 5;

export function Gates({ world }: { readonly world: World }) {
  const { t } = useTranslation();
  return (
    <Section title={t("validation.gates.title")}>
      <ul className="rounded-lg border border-line bg-surface py-1">
        {world.analysis.gates.map((gate) => (
          <Gate key={gate.id} gate={gate} world={world} />
        ))}
      </ul>
    </Section>
  );
}

function Gate({ gate: { id, holds, why, failing }, world }: { readonly gate: GateView; readonly world: World }) {
  const { t } = useTranslation();
  const select = useSelect();
  const [all, setAll] = useState(false);
  const cases = all ? failing : failing.slice(0, shownCases);
  return (
    <li className="px-3 py-1 text-sm">
      <p className="flex items-start gap-2">
        <span className="mt-0.5">
          <CertaintyMark certainty={holds ? "solid" : "struck"} label="" />
        </span>
        <span className="min-w-0 flex-1">
          <strong className="font-medium">{t(holds ? "validation.gates.holds" : "validation.gates.fails")}</strong>{" "}
          <span className={holds ? "text-soft" : ""}>{why}</span>
        </span>
        {!holds && (
          <span className="shrink-0 text-xs text-soft">{t("validation.gates.items", { count: failing.length })}</span>
        )}
      </p>
      {!holds && (
        <ul className="ml-5 flex flex-col">
          {cases.map((item) => {
            const { title, selection } = caseOf(id, item, world);
            return (
              <li key={item} className="min-w-0" dir="auto">
                {selection ? (
                  <button
                    type="button"
                    className="max-w-full truncate text-left text-accent hover:underline"
                    title={item}
                    onClick={() => select(selection)}
                  >
                    {title}
                  </button>
                ) : (
                  <span className="text-soft">{title}</span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {cases.length < failing.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t("validation.gates.all", { count: failing.length })}
        </Button>
      )}
    </li>
  );
}
