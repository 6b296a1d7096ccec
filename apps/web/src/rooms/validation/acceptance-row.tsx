// One accepted risk: what, who answers for it, who approved it, how long it still holds; opened, its reason and what can be done.
import type { AcceptanceView } from "@parapet/core";
import { clsx } from "clsx";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../data/selection.ts";
import type { World } from "../../frame/inspector/world.ts";
import { type Certainty, CertaintyMark } from "../../kit/certainty.tsx";
import { TierChip } from "../../kit/chips.tsx";
import { AcceptanceActions } from "./acceptance-actions.tsx";
import { AcceptanceLine, AcceptanceTerms } from "./acceptance-terms.tsx";
import { TimeBar } from "./time-bar.tsx";
import type { TimelineRow } from "./timeline.ts";

const marks: Readonly<Record<AcceptanceView["state"], Certainty>> = {
  "in-force": "solid",
  proposed: "hollow",
  claimed: "hollow",
  expired: "struck",
};

export function AcceptanceRow({
  row,
  today,
  world,
}: {
  readonly row: TimelineRow;
  readonly today: number;
  readonly world: World;
}) {
  const { t } = useTranslation();
  const select = useSelect();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { threat, tier, state, soon, left } = row;
  const title = world.views.threat.get(threat)?.title ?? threat;
  const count = Math.abs(left);
  return (
    <li className="px-3 py-2">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex w-full flex-col gap-1 text-left"
      >
        <span className="flex w-full items-start gap-2">
          <span className="mt-1">
            <CertaintyMark certainty={marks[state]} label={t(`validation.acceptances.state.${state}`)} />
          </span>
          <TierChip tier={tier} />
          <span className="line-clamp-2 min-w-0 flex-1 text-sm" dir="auto" title={title}>
            {title}
          </span>
          <span className={clsx("shrink-0 text-xs", left < 0 || soon ? "font-semibold text-ink" : "text-soft")}>
            {soon && `${t("validation.acceptances.soon")}: `}
            {t(left < 0 ? "validation.acceptances.past" : "validation.acceptances.left", { count })}
          </span>
        </span>
        <TimeBar row={row} today={today} />
        <span className="text-xs text-soft" dir="auto">
          {state !== "in-force" && `${t(`validation.acceptances.state.${state}`)}. `}
          <AcceptanceLine row={row} />
        </span>
      </button>
      <div id={id} hidden={!open} className="mt-2 flex flex-col gap-2 text-sm">
        {open && (
          <>
            <AcceptanceTerms why={row.why} conditions={row.conditions} />
            <button
              type="button"
              className="self-start font-mono text-xs text-accent hover:underline"
              onClick={() => select({ kind: "threat", id: threat })}
            >
              {threat}
            </button>
            <AcceptanceActions threat={threat} world={world} />
          </>
        )}
      </div>
    </li>
  );
}
