// What hangs on an assumption: the threats that stay settled only while it holds, and those that people say rest on it.
import type { Threat } from "@parapet/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Consequence } from "../../data/consequence.ts";
import { useSelect } from "../../data/selection.ts";
import { StatusChip, TierChip } from "../../kit/chips.tsx";
import type { AssumptionState } from "./assumptions.ts";

const listed = 8;

interface RestingThreatsProps {
  readonly state: AssumptionState;
  readonly consequence: Consequence | undefined;
  /** Threats that people wrote down stand below: then nothing is said of none. */
  readonly named: boolean;
}

export function RestingThreats({ state, consequence, named }: RestingThreatsProps) {
  const { t } = useTranslation();
  if (!consequence) return <p className="text-xs text-faint">{t("scoping.assumptions.working")}</p>;
  const { unsettled, settled } = consequence;
  if (state !== "holds")
    return settled.length === 0 ? null : (
      <p className="text-sm">{t("scoping.assumptions.would", { count: settled.length })}</p>
    );
  const say = t("scoping.assumptions.rests", { count: unsettled.length });
  if (unsettled.length === 0 && named) return null;
  if (unsettled.length === 0) return <p className="text-xs text-faint">{say}</p>;
  return (
    <details className="text-sm">
      <summary>{say}</summary>
      <ul className="my-1 flex flex-col gap-1">
        {unsettled.slice(0, listed).map((threat) => (
          <ThreatItem key={threat.id} threat={threat} />
        ))}
        {unsettled.length > listed && (
          <li className="text-xs text-faint">
            {t("scoping.assumptions.moreRests", { count: unsettled.length - listed })}
          </li>
        )}
      </ul>
    </details>
  );
}

/** Threats written down by hand that rest on it, with how they stand. */
export function NamedThreats({ threats }: { readonly threats: readonly Threat[] }) {
  const { t } = useTranslation();
  if (threats.length === 0) return null;
  return (
    <details className="text-sm" open={threats.length <= 3}>
      <summary>{t("scoping.assumptions.named", { count: threats.length })}</summary>
      <ul className="my-1 flex flex-col gap-1">
        {threats.map((threat) => (
          <ThreatItem key={threat.id} threat={threat}>
            <StatusChip status={threat.status} strength={threat.strength} />
          </ThreatItem>
        ))}
      </ul>
    </details>
  );
}

/** A threat in a line, which opens it; beside it what else there is to say. */
function ThreatItem({
  threat: { id, title, tier },
  children,
}: {
  readonly threat: Pick<Threat, "id" | "title" | "tier">;
  readonly children?: ReactNode;
}) {
  const select = useSelect();
  return (
    <li className="flex items-start gap-2">
      <TierChip tier={tier} />
      <button
        type="button"
        className="min-w-0 flex-1 text-left text-xs leading-5 hover:underline"
        dir="auto"
        onClick={() => select({ kind: "threat", id })}
      >
        {title}
      </button>
      {children}
    </li>
  );
}
