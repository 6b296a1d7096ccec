// The room maintenance: what is different between two revisions, the proposals that wait, and what triggers the next review.
import { useTranslation } from "react-i18next";
import { useWorld } from "../../frame/inspector/world.ts";
import { RoomHead } from "../../kit/layout.tsx";
import { maintenance } from "../../strings/en/maintenance.ts";
import { addStrings } from "../../strings/i18n.ts";
import { maintenanceAnswers } from "./answers.ts";
import { Comparison } from "./comparison.tsx";
import { Proposals } from "./proposals.tsx";
import { Triggers } from "./triggers.tsx";

addStrings({ maintenance });

export function Maintenance() {
  const { t } = useTranslation();
  const world = useWorld();
  if (!world) return <p className="p-5 text-soft">{t("frame.opening")}</p>;
  const answer = maintenanceAnswers.map((one) => one.answer(world, t)).join(" ");
  return (
    <>
      <RoomHead title={t("frame.room.maintenance")} answer={answer} />
      <div className="@container">
        <div className="grid gap-x-8 gap-y-6 p-5 pb-20 @4xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <Comparison />
          <div className="flex min-w-0 flex-col gap-6">
            <Proposals world={world} />
            <Triggers world={world} />
          </div>
        </div>
      </div>
    </>
  );
}
