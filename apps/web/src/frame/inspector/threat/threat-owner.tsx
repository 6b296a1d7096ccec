// Who sees to a threat, and by when, as a field of its card.
import type { Threat } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { AssignThreat } from "../../../rooms/scoring/assign-threat.tsx";
import { Line } from "../part.tsx";
import { backToLine, cardField, onward } from "./card-keys.ts";

export function ThreatOwner({ threat }: { readonly threat: Threat }) {
  const { t } = useTranslation();
  const { owner, due } = threat;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields in it
    <div
      {...cardField}
      onKeyDown={({ key, target, currentTarget }) => {
        if (key === "Enter") onward(currentTarget);
        // A first Escape takes back what was typed.
        const { value } = target as HTMLInputElement;
        if (key === "Escape" && [owner ?? "", due ?? ""].includes(value)) backToLine();
      }}
    >
      <dl>
        <Line name={t("inspector.owner")}>
          <AssignThreat threat={threat} title={threat.title} className="-ml-1" />
        </Line>
      </dl>
    </div>
  );
}
