// The attack surface: where the system can be reached, by whom, under which condition, and what of that could go.
import { useTranslation } from "react-i18next";
import { Empty, RoomHead } from "../../../kit/layout.tsx";
import { ViewTabs } from "../view-tabs.tsx";

export function Surface() {
  const { t } = useTranslation();
  return (
    <>
      <RoomHead title={t("decomposition.view.surface")}>
        <ViewTabs current="surface" />
      </RoomHead>
      <div className="p-5">
        <Empty>{t("decomposition.soon")}</Empty>
      </div>
    </>
  );
}
