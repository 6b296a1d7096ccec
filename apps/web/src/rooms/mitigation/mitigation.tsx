// The room mitigation.
import { useTranslation } from "react-i18next";
import { Empty, RoomHead } from "../../kit/layout.tsx";

export function Mitigation() {
  const { t } = useTranslation();
  return (
    <>
      <RoomHead title={t("frame.room.mitigation")} />
      <div className="p-5">
        <Empty>{t("mitigation.soon")}</Empty>
      </div>
    </>
  );
}
