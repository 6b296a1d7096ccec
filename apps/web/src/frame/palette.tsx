// The palette: go anywhere, find anything, do something. A native dialog: the page behind keeps its scroll and its styles.
import { lazy, Suspense, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { frameParts } from "./later.ts";
import { SafePage } from "./safe-page.tsx";

const PaletteChoices = lazy(async () => ({ default: await frameParts.paletteChoices() }));

export function Palette({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  // Open before the effects of what is in it run: they take the keyboard.
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      onClose={close}
      aria-label={t("frame.palette.open")}
      onClick={({ target }) => target === dialog.current && close()}
      onKeyDown={() => undefined}
      className="mx-auto mt-24 w-[min(40rem,92vw)] rounded-xl border border-line bg-surface p-0 text-ink shadow-raised backdrop:bg-black/30"
    >
      {open && (
        <SafePage>
          <Suspense>
            <PaletteChoices close={close} />
          </Suspense>
        </SafePage>
      )}
    </dialog>
  );
}
