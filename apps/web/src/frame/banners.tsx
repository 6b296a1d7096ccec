// What stands above a room while something is not as it should be: the server away, files that cannot be written, a tray that is not empty.
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../data/workbench.ts";
import { Problems } from "../kit/problems.tsx";
import { Tray } from "./tray.tsx";

export function Banners() {
  const { t } = useTranslation();
  const connected = useWorkbench((state) => state.shown?.connected ?? false);
  const waiting = useWorkbench((state) => state.shown?.waiting.length ?? 0);
  const files = useWorkbench((state) => state.files.problems);
  const shelfFull = useWorkbench((state) => state.shelfFull);
  const removed = useWorkbench((state) => state.removed);
  const ended = useWorkbench((state) => state.ended);
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
      <Tray />
    </div>
  );
}

function Banner({ children }: { readonly children: React.ReactNode }) {
  return <div className="border-b border-line bg-medium-soft px-5 py-2 text-sm text-ink">{children}</div>;
}
