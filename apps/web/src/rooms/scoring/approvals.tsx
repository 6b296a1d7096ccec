// What waits for a second person, with who may approve it; a refusal is said beside it.
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { usePeople } from "../../data/people.ts";
import { useSelect } from "../../data/selection.ts";
import { useViews } from "../../data/views.ts";
import { call } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { TierChip } from "../../kit/chips.tsx";
import { Section } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";
import type { Waits } from "./approvals.ts";

export function Approvals({ waits }: { readonly waits: readonly Waits[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t("scoring.approvals.title")} {...(waits.length > 0 && { note: waits.length })}>
      {waits.length === 0 ? (
        <p className="text-xs text-faint">{t("scoring.approvals.none")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {waits.map((one) => (
            <Waiting key={`${one.command} ${one.threat}`} one={one} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Waiting({ one }: { readonly one: Waits }) {
  const { t } = useTranslation();
  const views = useViews();
  const select = useSelect();
  const { problems, busy, sending } = useSending();
  const { command, saidBy, able, yours } = one;
  const { name: named } = usePeople();
  const by = named(one.by);
  const threat = views?.threat.get(one.threat);
  const title = threat?.title ?? one.threat;
  const approve = () =>
    sending(t(`scoring.approvals.approved.${command}`, { title }), call(command, { threats: [one.threat] }));
  return (
    <li className="px-3 py-2 text-sm">
      <div className="flex items-start gap-2">
        {threat && <TierChip tier={threat.tier} />}
        <button
          type="button"
          className="min-w-0 flex-1 text-left hover:underline"
          onClick={() => select({ kind: "threat", id: one.threat })}
        >
          <span className="line-clamp-2" dir="auto">
            {title}
          </span>
        </button>
        {yours !== false && (
          <Button
            aria-label={t(`scoring.approvals.approveOf.${command}`, { title })}
            disabled={busy}
            onClick={() => void approve()}
          >
            {t("scoring.approvals.approve")}
          </Button>
        )}
      </div>
      <p className="text-xs text-soft" dir="auto">
        {t(`scoring.approvals.what.${command}`, { by })} ·{" "}
        {saidBy !== undefined && `${t("scoring.approvals.said", { by: named(saidBy) })} · `}
        {able.length > 0
          ? t("scoring.approvals.able", { people: able.map(named).join(", ") })
          : t("scoring.approvals.nobody")}
      </p>
      <Problems problems={problems} />
    </li>
  );
}
