// The button in the top bar that says how much is in no commit yet, and the panel that it opens.
import { clsx } from "clsx";
import type { TFunction } from "i18next";
import { GitCommitVertical } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useUncommitted } from "../data/changes.ts";
import { useWorkbench } from "../data/workbench.ts";
import { ChangesPanel } from "./changes-panel.tsx";

export function ChangesButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const changes = useUncommitted(open);
  const broken = useWorkbench((state) => state.files.problems.length > 0);
  const told = changes?.ok ? changes.value : undefined;
  const count = told?.git?.dirty ? told.sentences.length : 0;
  const label = !told ? t("changes.title") : told.git === null ? t("changes.noGit") : countLabel(t, count);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-haspopup="dialog"
        title={broken ? `${label}; ${t("changes.attention")}` : label}
        onClick={() => setOpen(!open)}
        className={clsx(
          "flex items-center gap-1.5 rounded-md px-2 py-1 text-sm text-soft hover:bg-sunken hover:text-ink",
          open && "bg-sunken text-ink",
        )}
      >
        <GitCommitVertical size={16} aria-hidden="true" />
        <span className="sr-only xl:not-sr-only">{t("changes.title")}</span>
        {count > 0 && <span className="font-medium text-ink">{count}</span>}
        {broken && (
          <span className="font-semibold text-critical">
            <span aria-hidden="true">!</span>
            <span className="sr-only">{t("changes.attention")}</span>
          </span>
        )}
      </button>
      {open && <Sheet close={close}>{<ChangesPanel changes={changes} close={close} />}</Sheet>}
    </>
  );
}

function countLabel(t: TFunction, count: number): string {
  return count > 0 ? t("changes.open", { count }) : t("changes.none");
}

/** The panel at the right, over the room but not in its way: nothing behind it is locked. */
function Sheet({ close, children }: { readonly close: () => void; readonly children: React.ReactNode }) {
  const { t } = useTranslation();
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    sheet.current?.show();
    const escape = ({ key }: KeyboardEvent) => key === "Escape" && close();
    addEventListener("keydown", escape);
    return () => removeEventListener("keydown", escape);
  });
  return (
    <dialog
      ref={sheet}
      aria-label={t("changes.title")}
      className="fixed inset-x-auto inset-y-0 top-11 right-0 z-30 m-0 ml-auto flex h-auto max-h-none w-full max-w-none flex-col overflow-y-auto border-l border-line bg-surface text-ink shadow-raised max-md:top-1/4 max-md:border-t md:w-108"
    >
      {children}
    </dialog>
  );
}
