// What stands above a room while something is not as it should be: the server away, files that cannot be written, pages that are newer than this one, a tray that is not empty.
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../data/workbench.ts";
import { Button } from "../kit/button.tsx";
import { Problems } from "../kit/problems.tsx";
import { Tray } from "./tray.tsx";
import { useNewer } from "./use-newer.ts";

export function Banners() {
  const { t } = useTranslation();
  const connected = useWorkbench((state) => state.shown?.connected ?? false);
  const waiting = useWorkbench((state) => state.shown?.waiting.length ?? 0);
  const files = useWorkbench((state) => state.files.problems);
  const shelfFull = useWorkbench((state) => state.shelfFull);
  const removed = useWorkbench((state) => state.removed);
  const ended = useWorkbench((state) => state.ended);
  const newer = useNewer(connected);
  return (
    <div role="status" className="flex flex-col">
      {removed !== undefined && <Banner>{t("frame.connection.removed", { say: removed })}</Banner>}
      {!connected && removed === undefined && (
        <Banner>
          {ended === undefined ? t("frame.connection.away") : t("frame.connection.ended", { say: ended })}{" "}
          {waiting > 0 && t("frame.connection.waiting", { count: waiting })}
        </Banner>
      )}
      {shelfFull !== undefined && <Banner>{t("frame.connection.shelf", { reason: shelfFull })}</Banner>}
      {files.length > 0 && (
        <Banner>
          <strong className="font-semibold">{t("frame.connection.files")}</strong>
          <Problems problems={files} />
        </Banner>
      )}
      {newer && (
        <Banner>
          {t("frame.newer")}{" "}
          <Button className="ml-2" onClick={() => location.reload()}>
            {t("frame.lostPage.reload")}
          </Button>
        </Banner>
      )}
      <Tray />
    </div>
  );
}

function Banner({ children }: { readonly children: React.ReactNode }) {
  return <div className="border-b border-line bg-medium-soft px-5 py-2 text-sm text-ink">{children}</div>;
}
