// Who sees to a threat, and until when.
import type { Threat } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { sendAndHear } from "../../../data/heard.ts";
import { call } from "../../../data/workbench.ts";
import { OwnerDue } from "../../../kit/owner-due.tsx";
import { Line } from "../part.tsx";
import { backToLine, cardField, onward } from "./card-keys.ts";

export function ThreatOwner({ threat: { id, title, owner, due } }: { readonly threat: Threat }) {
  const { t } = useTranslation();
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
          <OwnerDue
            about={title}
            owner={owner}
            due={due}
            save={(given) =>
              sendAndHear(t("scoring.backlog.assigned", { title }), call("assign-threat", { threats: [id], ...given }))
            }
            className="-ml-1"
          />
        </Line>
      </dl>
    </div>
  );
}
