// What was decided about a threat otherwise than to mitigate: by whom, until when, and whether it counts.
import type { Threat } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../../data/people.ts";
import { useSelect } from "../../../data/selection.ts";
import { decidedOf } from "../../../rooms/mitigation/decided.ts";
import type { World } from "../world.ts";

export function DecidedLine({ threat, world }: { readonly threat: Threat; readonly world: World }) {
  const { t } = useTranslation();
  const people = usePeople();
  const select = useSelect();
  const [decided] = decidedOf(world.document, world.analysis, [threat]);
  if (!decided) return null;
  const { kind, by, on, why, to, review, approvedBy } = decided;
  const acceptance = world.analysis.acceptances.find((one) => one.threat === threat.id);
  const doubted = acceptance?.assumption;
  const said = [
    t("mitigation.decided.by", { by: people.name(by), on }),
    to !== undefined && t("mitigation.decided.to", { to }),
    review !== undefined && t("mitigation.decided.review", { review }),
    approvedBy !== undefined && t("mitigation.decided.approved", { by: people.name(approvedBy) }),
  ].filter((part) => part !== false);
  return (
    <div>
      <p dir="auto">
        <strong className="font-medium">{t(`mitigation.decide.kind.${kind}`)}</strong>
        {why !== undefined && `: ${why}`}
      </p>
      <p className="text-xs text-soft" dir="auto">
        {said.join(" · ")}
      </p>
      {acceptance && acceptance.state !== "in-force" && (
        <p className="text-xs text-soft" dir="auto">
          {t(`validation.acceptances.state.${acceptance.state}`)}
          {acceptance.because !== undefined && `: ${acceptance.because}`}.{" "}
          {doubted !== undefined && (
            <button
              type="button"
              className="text-accent hover:underline"
              onClick={() => select({ kind: "assumption", id: doubted })}
            >
              {t("inspector.rests.look")}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
