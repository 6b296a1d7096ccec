// The room validation.
import { useTranslation } from "react-i18next";
import { Empty, RoomHead } from "../../kit/layout.tsx";

export function Validation() {
  const { t } = useTranslation();
  return (
    <>
      <RoomHead title={t("frame.room.validation")} />
      <div className="p-5">
        <Empty>{t("validation.soon")}</Empty>
      </div>
    </>
  );
}
