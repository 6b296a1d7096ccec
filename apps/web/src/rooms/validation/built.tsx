// A mitigation that is chosen: who builds it until when, and that it is implemented. What its tests will be stands below.
import type { NextStep } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { usePeople } from "../../data/people.ts";
import { useSelect } from "../../data/selection.ts";
import { call } from "../../data/workbench.ts";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { CriteriaList } from "./criteria-list.tsx";

export function Built({ step, world }: { readonly step: NextStep; readonly world: World }) {
  const { t } = useTranslation();
  const people = usePeople();
  const select = useSelect();
  const { problems, busy, sending } = useSending();
  const mitigation = world.analysis.mitigations.find(({ id }) => id === step.about);
  if (!mitigation) return null;
  const { id, title, owner, due, ticket } = mitigation;
  return (
    <div className="flex flex-col gap-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>
          {t("validation.steps.owner", {
            owner: owner === undefined ? t("validation.steps.nobody") : people.name(owner),
            due: due === undefined ? t("validation.steps.noDate") : t("validation.steps.due", { date: due }),
          })}
        </span>
        {ticket !== undefined && <span className="font-mono text-xs text-soft">{ticket}</span>}
        <button
          type="button"
          className="text-accent hover:underline"
          onClick={() => select({ kind: "mitigation", id })}
        >
          {id}
        </button>
        <Button
          disabled={busy}
          onClick={() => void sending(t("validation.built.said", { title }), call("mark-implemented", { id }))}
        >
          {t("validation.built.mark")}
        </Button>
      </div>
      <Problems problems={problems} />
      <CriteriaList mitigation={id} world={world} />
    </div>
  );
}
