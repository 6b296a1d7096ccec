// The room scoping.
import { useTranslation } from "react-i18next";
import { Empty, RoomHead } from "../../kit/layout.tsx";

export function Scoping() {
  const { t } = useTranslation();
  return (
    <>
      <RoomHead title={t("frame.room.scoping")} />
      <div className="p-5">
        <Empty>{t("scoping.soon")}</Empty>
      </div>
    </>
  );
}
