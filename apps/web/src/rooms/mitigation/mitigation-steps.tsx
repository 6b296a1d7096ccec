// What can be said of a chosen mitigation next, and who sees to it until when: in its card here, and in a line of the inspector.
import type { MitigationView } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { sendAndHear } from "../../data/heard.ts";
import { call } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { OwnerDue } from "../../kit/owner-due.tsx";

type One = Pick<MitigationView, "id" | "title" | "state" | "owner" | "due">;

export interface MitigationStepProps {
  readonly one: One;
  readonly busy: boolean;
  readonly sending: (title: string, ...calls: readonly ReturnType<typeof call>[]) => Promise<boolean>;
}

/** It is built. */
export function Implemented({ one: { id, title, state }, busy, sending }: MitigationStepProps) {
  const { t } = useTranslation();
  if (state !== "chosen") return null;
  return (
    <Button
      disabled={busy}
      onClick={() => void sending(t("mitigation.mitigation.implemented", { title }), call("mark-implemented", { id }))}
    >
      {t("mitigation.mitigation.implement")}
    </Button>
  );
}

/** It is not to be built after all. */
export function Dropped({ one: { id, title, state }, busy, sending }: MitigationStepProps) {
  const { t } = useTranslation();
  if (state === "verified") return null;
  return (
    <Button
      look="quiet"
      disabled={busy}
      onClick={() => void sending(t("mitigation.mitigation.dropped", { title }), call("drop-mitigation", { id }))}
    >
      {t("mitigation.mitigation.drop")}
    </Button>
  );
}

export function MitigationOwner({
  one: { id, title, owner, due },
  className,
}: {
  readonly one: One;
  readonly className?: string;
}) {
  const { t } = useTranslation();
  return (
    <OwnerDue
      about={title}
      owner={owner}
      due={due}
      save={(given) => sendAndHear(t("mitigation.mitigation.set", { title }), call("set-mitigation", { id, ...given }))}
      {...(className !== undefined && { className })}
    />
  );
}
