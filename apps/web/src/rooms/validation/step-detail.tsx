// How a step is taken, by its kind: a test recorded, a word backed, an approval, or a way to the room where the work is.
import type { NextStep, StageId } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { AcceptForm } from "./accept-form.tsx";
import { AcceptanceActions } from "./acceptance-actions.tsx";
import { AskedAcceptance } from "./acceptance-terms.tsx";
import { Built } from "./built.tsx";
import { Claim } from "./claim.tsx";
import { CriteriaList } from "./criteria-list.tsx";
import { Definition } from "./definition.tsx";

export function StepDetail({ step, world }: { readonly step: NextStep; readonly world: World }) {
  switch (step.kind) {
    case "mend":
    case "retest":
    case "show":
      return <CriteriaList mitigation={step.about} world={world} />;
    case "back":
      return <Claim step={step} world={world} />;
    case "approve":
      return <Approving threat={step.about} world={world} />;
    case "renew":
      return <AcceptanceActions threat={step.about} world={world} />;
    case "define":
      return <Definition mitigation={step.about} world={world} />;
    case "build":
      return <Built step={step} world={world} />;
    case "decide":
      return <Elsewhere step={step} world={world} room="mitigation" />;
    case "answer":
      return <Elsewhere step={step} world={world} room="enumeration" />;
  }
}

/** What waits for another person: an acceptance with its terms, or a decision. */
function Approving({ threat, world }: { readonly threat: string; readonly world: World }) {
  const acceptance = world.analysis.acceptances.find((one) => one.threat === threat);
  return (
    <>
      {acceptance && <AskedAcceptance acceptance={acceptance} world={world} />}
      <AcceptanceActions threat={threat} world={world} />
    </>
  );
}

/** What another room does first; the risk may be accepted instead. */
function Elsewhere({
  step,
  world,
  room,
}: {
  readonly step: NextStep;
  readonly world: World;
  readonly room: Extract<StageId, "mitigation" | "enumeration">;
}) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const [accepting, setAccepting] = useState(false);
  const chosen =
    room === "enumeration"
      ? ({ kind: "question", id: step.about } as const)
      : ({ kind: "threat", id: step.threats[0]?.id ?? "" } as const);
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Link href={linkTo(model, room, chosen)} className="text-sm font-medium text-accent hover:underline">
          {t(`validation.steps.open.${room}`)}
        </Link>
        {room === "mitigation" && !accepting && (
          <Button look="quiet" onClick={() => setAccepting(true)}>
            {t("validation.accept.instead")}
          </Button>
        )}
      </div>
      {accepting && (
        <AcceptForm threats={step.threats.map(({ id }) => id)} world={world} done={() => setAccepting(false)} />
      )}
    </>
  );
}
