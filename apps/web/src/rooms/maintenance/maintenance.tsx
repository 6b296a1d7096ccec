// The room maintenance.
import { useTranslation } from "react-i18next";
import { Empty, RoomHead } from "../../kit/layout.tsx";

export function Maintenance() {
  const { t } = useTranslation();
  return (
    <>
      <RoomHead title={t("frame.room.maintenance")} />
      <div className="p-5">
        <Empty>{t("maintenance.soon")}</Empty>
      </div>
    </>
  );
}
