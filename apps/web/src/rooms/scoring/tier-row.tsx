// The head of a tier in the backlog: how many, how much risk, and the proposals that can be confirmed at once.
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { call } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { TierChip } from "../../kit/chips.tsx";
import { Problems } from "../../kit/problems.tsx";
import type { TierRows } from "./backlog.ts";

export function TierRow({ rows }: { readonly rows: TierRows }) {
  const { t } = useTranslation();
  const { problems, busy, sending } = useSending();
  const { tier, threats, risk, proposed } = rows;
  const count = proposed.length;
  const confirm = () =>
    sending(t("scoring.backlog.confirmed", { count }), call("confirm-score", { threats: proposed }));
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-2 bg-sunken px-3 py-1 text-sm">
      <TierChip tier={tier} long />
      <span className="flex-1 text-xs text-soft">
        {threats.length === 0 ? t("scoring.backlog.empty") : t("scoring.backlog.tier", { count: threats.length, risk })}
      </span>
      {count > 0 && (
        <Button disabled={busy} onClick={() => void confirm()}>
          {t("scoring.backlog.confirm", { count })}
        </Button>
      )}
      <Problems problems={problems} />
    </div>
  );
}
