// Who sees to a threat and by when, edited where it stands: in the backlog, and in the card of a threat.
import type { Threat } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { sendAndHear } from "../../data/heard.ts";
import { call } from "../../data/workbench.ts";
import { OwnerDue } from "../../kit/owner-due.tsx";

interface AssignThreatProps {
  readonly threat: Pick<Threat, "id" | "owner" | "due">;
  /** What the threat is called where this stands. */
  readonly title: string;
  readonly className: string;
}

export function AssignThreat({ threat: { id, owner, due }, title, className }: AssignThreatProps) {
  const { t } = useTranslation();
  return (
    <OwnerDue
      about={title}
      owner={owner}
      due={due}
      save={(given) =>
        sendAndHear(t("scoring.backlog.assigned", { title }), call("assign-threat", { threats: [id], ...given }))
      }
      className={className}
    />
  );
}
