// The attack surface: where the system can be reached, by whom, under which condition, and what of that could go.
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../../data/workbench.ts";
import { RoomHead } from "../../../kit/layout.tsx";
import { ReviewControl } from "../review/review-control.tsx";
import { ViewTabs } from "../view-tabs.tsx";
import { surfaceAnswer } from "./answers.ts";
import { Attackers } from "./attackers.tsx";
import { Dependencies } from "./dependencies.tsx";
import { FeatureAdditions } from "./feature-additions.tsx";
import { Privileged } from "./privileged.tsx";
import { Reductions } from "./reductions.tsx";
import { Score } from "./score.tsx";
import { Segments } from "./segment-list.tsx";
import { SurfaceTable } from "./surface-table.tsx";

export function Surface() {
  const { t } = useTranslation();
  const document = useWorkbench((state) => state.document);
  const analysis = useWorkbench((state) => state.analysis);
  if (!document || !analysis) return <p className="p-5 text-soft">{t("frame.opening")}</p>;
  return (
    <>
      <RoomHead title={t("frame.room.decomposition")} answer={surfaceAnswer.answer({ document, analysis }, t)}>
        <ReviewControl what="surface" />
        <ViewTabs current="surface" />
      </RoomHead>
      <div className="@container p-5 pb-20">
        <div className="grid gap-x-6 gap-y-6 @5xl:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="flex min-w-0 flex-col gap-6">
            <SurfaceTable analysis={analysis} document={document} />
            <div className="grid gap-6 @3xl:grid-cols-2">
              <Dependencies analysis={analysis} />
              <Attackers analysis={analysis} />
            </div>
          </div>
          <div className="flex min-w-0 flex-col gap-6">
            <Score analysis={analysis} />
            <Reductions analysis={analysis} document={document} />
            <Segments analysis={analysis} />
            <Privileged analysis={analysis} document={document} />
            <FeatureAdditions model={document.model} />
          </div>
        </div>
      </div>
    </>
  );
}
