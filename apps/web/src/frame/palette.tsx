// The palette: go anywhere, find anything, do something. A native dialog: the page behind keeps its scroll and its styles.
import { lazy, Suspense, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { frameParts } from "./later.ts";
import { paletteField } from "./palette-field.ts";
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
          <Choosing close={close} />
        </SafePage>
      )}
    </dialog>
  );
}

/** The choices, and until they are there a field of their own: what is typed meanwhile is not lost. */
function Choosing({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const [typed, type] = useState("");
  const waiting = (
    <input
      // biome-ignore lint/a11y/noAutofocus: a dialog that opens takes the keyboard
      autoFocus
      aria-label={t("frame.palette.open")}
      placeholder={t("frame.palette.placeholder")}
      value={typed}
      onChange={({ target }) => type(target.value)}
      className={paletteField}
    />
  );
  return (
    <Suspense fallback={waiting}>
      <PaletteChoices close={close} typed={typed} type={type} />
    </Suspense>
  );
}
