// The room handoff.
import { useTranslation } from "react-i18next";
import { Empty, RoomHead } from "../../kit/layout.tsx";

export function Handoff() {
  const { t } = useTranslation();
  return (
    <>
      <RoomHead title={t("frame.room.handoff")} />
      <div className="p-5">
        <Empty>{t("handoff.soon")}</Empty>
      </div>
    </>
  );
}
