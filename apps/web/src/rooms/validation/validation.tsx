// The room validation: what is missing to close each threat, and beside it the gates, the accepted risks and the evidence.
import { useTranslation } from "react-i18next";
import { useWorld } from "../../frame/inspector/world.ts";
import { RoomHead } from "../../kit/layout.tsx";
import { validation } from "../../strings/en/validation.ts";
import { addStrings } from "../../strings/i18n.ts";
import { Acceptances } from "./acceptances.tsx";
import { validationAnswers } from "./answers.ts";
import { EvidenceList } from "./evidence-list.tsx";
import { Gates } from "./gates.tsx";
import { StepParts } from "./step-parts.tsx";

addStrings({ validation });

export function Validation() {
  const { t } = useTranslation();
  const world = useWorld();
  if (!world) return <p className="p-5 text-soft">{t("frame.opening")}</p>;
  const answer = validationAnswers.map((one) => one.answer(world, t)).join(" ");
  return (
    <>
      <RoomHead title={t("frame.room.validation")} answer={answer} />
      <div className="@container">
        <div className="grid gap-x-8 gap-y-6 p-5 pb-20 @4xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <StepParts world={world} />
          <div className="flex min-w-0 flex-col gap-6">
            <Gates world={world} />
            <Acceptances world={world} />
            <EvidenceList world={world} />
          </div>
        </div>
      </div>
    </>
  );
}
