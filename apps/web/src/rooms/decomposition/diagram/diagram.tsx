// The diagram of the room decomposition: the canvas, full bleed.
import { useTranslation } from "react-i18next";
import { Canvas } from "../../../canvas/canvas.tsx";
import { RoomHead } from "../../../kit/layout.tsx";
import { ViewTabs } from "../view-tabs.tsx";

export function Diagram() {
  const { t } = useTranslation();
  return (
    <>
      <RoomHead title={t("frame.room.decomposition")}>
        <ViewTabs current="diagram" />
      </RoomHead>
      <Canvas />
    </>
  );
}
