// The room enumeration.
import { useTranslation } from "react-i18next";
import { Empty, RoomHead } from "../../kit/layout.tsx";

export function Enumeration() {
  const { t } = useTranslation();
  return (
    <>
      <RoomHead title={t("frame.room.enumeration")} />
      <div className="p-5">
        <Empty>{t("enumeration.soon")}</Empty>
      </div>
    </>
  );
}
