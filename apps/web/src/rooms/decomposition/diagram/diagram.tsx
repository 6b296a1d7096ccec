// The diagram of the room decomposition.
import { useTranslation } from "react-i18next";
import { Empty, RoomHead } from "../../../kit/layout.tsx";
import { ViewTabs } from "../view-tabs.tsx";

export function Diagram() {
  const { t } = useTranslation();
  return (
    <>
      <RoomHead title={t("frame.room.decomposition")}>
        <ViewTabs current="diagram" />
      </RoomHead>
      <div className="p-5">
        <Empty>{t("decomposition.soon")}</Empty>
      </div>
    </>
  );
}
