// The diagram of the room decomposition: the canvas, full bleed.
import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Canvas } from "../../../canvas/canvas.tsx";
import { useWorkbench } from "../../../data/workbench.ts";
import { RoomHead } from "../../../kit/layout.tsx";
import { ReviewControl } from "../review/review-control.tsx";
import { ViewTabs } from "../view-tabs.tsx";
import { answers } from "./answers.ts";

export function Diagram() {
  const { t } = useTranslation();
  const analysis = useWorkbench((state) => state.analysis);
  const seen = useDeferredValue(analysis);
  const answer = useMemo(() => {
    const { document } = useWorkbench.getState();
    return seen && document && answers[0]?.answer({ analysis: seen, document }, t);
  }, [seen, t]);
  return (
    <>
      <RoomHead title={t("frame.room.decomposition")} answer={answer}>
        <ReviewControl what="diagram" />
        <ViewTabs current="diagram" />
      </RoomHead>
      <Canvas />
    </>
  );
}
