// The threats that wait for a step, the first few of them, each leading to the inspector.
import type { Threat } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../data/selection.ts";
import { StatusChip, TierChip } from "../../kit/chips.tsx";

const shown = 6;

export function WaitingThreats({ threats }: { readonly threats: readonly Threat[] }) {
  const { t } = useTranslation();
  const select = useSelect();
  return (
    <div>
      <h4 className="text-xs font-medium text-faint">{t("validation.steps.closes")}</h4>
      <ul className="mt-0.5 flex flex-col">
        {threats.slice(0, shown).map(({ id, title, tier, status, strength }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => select({ kind: "threat", id })}
              className="flex w-full items-center gap-2 rounded px-1 py-0.5 text-left text-sm hover:bg-sunken"
            >
              <TierChip tier={tier} />
              <span className="min-w-0 flex-1 truncate" dir="auto" title={title}>
                {title}
              </span>
              <StatusChip status={status} strength={strength} />
            </button>
          </li>
        ))}
      </ul>
      {threats.length > shown && (
        <p className="px-1 text-xs text-faint">{t("validation.steps.more", { count: threats.length - shown })}</p>
      )}
    </div>
  );
}
