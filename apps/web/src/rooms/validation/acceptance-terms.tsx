// What an acceptance says: why the risk is let stand, as long as what, who answers for it until when, and who approved it.
import { type AcceptanceView, entriesByThreat } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import type { World } from "../../frame/inspector/world.ts";
import type { TimelineRow } from "./timeline.ts";

/** Reason and conditions. */
export function AcceptanceTerms({
  why,
  conditions,
}: {
  readonly why: string;
  readonly conditions: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <>
      <p dir="auto">{why}</p>
      {conditions !== undefined && (
        <p className="text-soft" dir="auto">
          {t("validation.acceptances.conditions", { conditions })}
        </p>
      )}
    </>
  );
}

type LineRow = Pick<TimelineRow, "owner" | "approvedBy" | "approvedOn" | "review" | "state">;

/** Owner, approval and review in a line. */
export function AcceptanceLine({
  row: { owner, approvedBy, approvedOn: on, review, state },
}: {
  readonly row: LineRow;
}) {
  const { t } = useTranslation();
  const people = usePeople();
  const by = approvedBy && people.name(approvedBy);
  const approval =
    by === undefined
      ? t(state === "in-force" ? "validation.acceptances.noApproval" : "validation.acceptances.unapproved")
      : on === undefined
        ? t("validation.acceptances.approved", { by })
        : t("validation.acceptances.approvedBy", { by, on });
  return t("validation.acceptances.line", { owner: people.name(owner), approval, day: review });
}

/** All of it, where the acceptance stands among the steps. */
export function AskedAcceptance({ acceptance, world }: { readonly acceptance: AcceptanceView; readonly world: World }) {
  const { t } = useTranslation();
  const { document } = world;
  const stored = entriesByThreat(document, document.register?.acceptances).get(acceptance.threat);
  const row = { ...acceptance, approvedOn: stored?.approved?.on };
  return (
    <div className="flex flex-col gap-1 text-sm">
      <AcceptanceTerms why={acceptance.why} conditions={stored?.entry.conditions} />
      <p className="text-xs text-soft" dir="auto">
        {t(`validation.acceptances.state.${acceptance.state}`)}. <AcceptanceLine row={row} />
      </p>
    </div>
  );
}
