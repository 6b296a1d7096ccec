// What can be done to an acceptance where it stands: approve it as another person, withdraw it, accept again.
import { approvalsWaiting } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { useSelect } from "../../data/selection.ts";
import { call } from "../../data/workbench.ts";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { ended } from "../answer.ts";
import { AcceptForm } from "./accept-form.tsx";

export function AcceptanceActions({ threat, world }: { readonly threat: string; readonly world: World }) {
  const { t } = useTranslation();
  const { problems, busy, sending } = useSending();
  const [again, setAgain] = useState(false);
  const select = useSelect();
  const { analysis, document, views } = world;
  const title = views.threat.get(threat)?.title ?? threat;
  const acceptance = analysis.acceptances.find((one) => one.threat === threat);
  const waiting = approvalsWaiting(document, threat).filter((command) => command !== "approve-score");
  const wanted = acceptance?.state === "in-force" ? [] : waiting;
  const expired = acceptance?.state === "expired";
  const doubted = acceptance?.assumption;
  return (
    <div className="flex flex-col gap-2">
      {acceptance?.because !== undefined && <p className="text-sm">{ended(acceptance.because)}</p>}
      <div className="flex flex-wrap gap-2">
        {doubted !== undefined && (
          <Button onClick={() => select({ kind: "assumption", id: doubted })}>{t("inspector.rests.look")}</Button>
        )}
        {!expired &&
          doubted === undefined &&
          wanted.map((command) => (
            <Button
              key={command}
              disabled={busy}
              onClick={() =>
                void sending(t("validation.acceptances.didApprove", { title }), call(command, { threats: [threat] }))
              }
            >
              {t("validation.acceptances.approve")}
            </Button>
          ))}
        {acceptance && (expired || acceptance.state === "in-force") && !again && (
          <Button look={expired ? "plain" : "quiet"} onClick={() => setAgain(true)}>
            {t("validation.acceptances.again")}
          </Button>
        )}
        {acceptance && (
          <Button
            look="quiet"
            disabled={busy}
            onClick={() =>
              void sending(
                t("validation.acceptances.withdrew", { title }),
                call("withdraw-acceptance", { threats: [threat] }),
              )
            }
          >
            {t("validation.acceptances.withdraw")}
          </Button>
        )}
      </div>
      <Problems problems={problems} />
      {again && <AcceptForm threats={[threat]} given={acceptance} world={world} done={() => setAgain(false)} />}
    </div>
  );
}
