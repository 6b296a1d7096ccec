// The room decomposition.
import { useTranslation } from "react-i18next";
import { Empty, RoomHead } from "../../kit/layout.tsx";

export function Decomposition() {
  const { t } = useTranslation();
  return (
    <>
      <RoomHead title={t("frame.room.decomposition")} />
      <div className="p-5">
        <Empty>{t("decomposition.soon")}</Empty>
      </div>
    </>
  );
}
