// The room scoping: a page that reads like a brief. What it is for, how far it goes, what comes first, what is taken for granted, who takes part.
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../data/workbench.ts";
import { RoomHead } from "../../kit/layout.tsx";
import { scoping } from "../../strings/en/scoping.ts";
import { addStrings } from "../../strings/i18n.ts";
import { scopeAnswer } from "./answers.ts";
import { Assumptions } from "./assumption-board.tsx";
import { Features } from "./features.tsx";
import { Leaving } from "./leaving.tsx";
import { Participants } from "./participants.tsx";
import { Purpose } from "./purpose.tsx";
import { Roles } from "./roles.tsx";
import { ScopeLists } from "./scope-lists.tsx";

addStrings({ scoping });

export function Scoping() {
  const { t } = useTranslation();
  const document = useWorkbench((state) => state.document);
  const analysis = useWorkbench((state) => state.analysis);
  if (!document || !analysis) return <p className="p-5 text-soft">{t("frame.opening")}</p>;
  const { model } = document;
  return (
    <div className="@container">
      <RoomHead title={t("frame.room.scoping")} answer={scopeAnswer.answer({ document, analysis }, t)} />
      <div className="grid gap-x-8 gap-y-6 p-5 pb-20 @4xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <Purpose scope={model.scope} regulations={analysis.rules} />
          <ScopeLists scope={model.scope} />
          <Features document={document} />
          <Participants participants={model.participants ?? {}} team={model.scope?.team} />
          <Roles document={document} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Leaving analysis={analysis} model={model} />
          <Assumptions assumptions={model.assumptions ?? {}} analysis={analysis} />
        </div>
      </div>
    </div>
  );
}
