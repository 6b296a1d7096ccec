// The room scoring.
import { useTranslation } from "react-i18next";
import { Empty, RoomHead } from "../../kit/layout.tsx";

export function Scoring() {
  const { t } = useTranslation();
  return (
    <>
      <RoomHead title={t("frame.room.scoring")} />
      <div className="p-5">
        <Empty>{t("scoring.soon")}</Empty>
      </div>
    </>
  );
}
