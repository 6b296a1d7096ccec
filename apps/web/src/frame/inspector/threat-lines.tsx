// Threats as lines that open them; the first few, and how many more.
import type { Threat } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../data/selection.ts";
import { useViews } from "../../data/views.ts";
import { StatusChip, TierChip } from "../../kit/chips.tsx";

export function ThreatLines({ threats, first = 8 }: { readonly threats: readonly Threat[]; readonly first?: number }) {
  const { t } = useTranslation();
  const select = useSelect();
  const views = useViews();
  const [all, setAll] = useState(false);
  const shown = all ? threats : threats.slice(0, first);
  return (
    <ul className="flex flex-col gap-1">
      {shown.map((threat) => {
        const { id, title, tier, status, strength } = threat;
        return (
          <li key={id}>
            <button
              type="button"
              onClick={() => select({ kind: "threat", id })}
              className="flex w-full items-start gap-2 rounded px-1 py-1 text-left text-sm hover:bg-sunken"
            >
              <TierChip tier={tier} />
              <span className="min-w-0 flex-1" dir="auto">
                {views?.say(threat) ?? title}
              </span>
              <StatusChip status={status} strength={strength} />
            </button>
          </li>
        );
      })}
      {threats.length > shown.length && (
        <li>
          <button type="button" className="text-xs text-accent hover:underline" onClick={() => setAll(true)}>
            {t("inspector.more", { count: threats.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  );
}
