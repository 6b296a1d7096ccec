// The invitation in large, for the shared screen: a QR code, and what to type where there is no camera.
import { useTranslation } from "react-i18next";
import { useWorkshop } from "../running/in-workshop.ts";
import { Qr } from "./qr.tsx";
import { useShare } from "./use-share.ts";

export function LargeInvitation() {
  const { t } = useTranslation();
  const { id, role } = useWorkshop();
  const { invitation, state } = useShare(id, role !== "participant");
  if (!invitation || state?.locked) return null;
  const address = (invitation.links[0] ?? "").replace(/#.*$/, "");
  return (
    <aside aria-label={t("workshop.share.join")} className="flex w-72 max-w-full flex-col gap-2">
      <h3 className="text-xl font-semibold">{t("workshop.share.join")}</h3>
      <Qr rows={invitation.qr} label={t("workshop.share.qr")} />
      <p className="text-base text-soft">{t("workshop.share.aloud", { address, code: invitation.spoken })}</p>
    </aside>
  );
}
