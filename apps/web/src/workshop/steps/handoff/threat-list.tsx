// Threats in large type, each with what is done next beside it.
import type { Threat } from "@parapet/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../../data/selection.ts";
import { Button } from "../../../kit/button.tsx";
import { StatusChip, TierChip } from "../../../kit/chips.tsx";

/** So many stand there at once, and come with each press of the button. */
const most = 30;

export function ThreatList({
  threats,
  none,
  action,
  below,
}: {
  readonly threats: readonly Threat[];
  readonly none: string;
  readonly action?: (threat: Threat) => ReactNode;
  /** What is open below a threat. */
  readonly below?: (threat: Threat) => ReactNode;
}) {
  const { t } = useTranslation();
  const select = useSelect();
  const [shown, setShown] = useState(most);
  if (threats.length === 0) return <p className="text-lg text-soft">{none}</p>;
  return (
    <>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {threats.slice(0, shown).map((threat) => (
          <li key={threat.id} className="flex flex-wrap items-center gap-3 px-4 py-2">
            <TierChip tier={threat.tier} />
            <button
              type="button"
              className="min-w-0 flex-1 basis-60 text-left text-lg hover:underline"
              onClick={() => select({ kind: "threat", id: threat.id })}
            >
              <bdi>{threat.title}</bdi>
            </button>
            <StatusChip status={threat.status} />
            {action?.(threat)}
            {below?.(threat)}
          </li>
        ))}
      </ul>
      {threats.length > shown && (
        <Button className="w-fit" onClick={() => setShown(shown + most)}>
          {t("workshop.decisions.more", { count: threats.length - shown })}
        </Button>
      )}
    </>
  );
}
