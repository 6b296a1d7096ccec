// A text that could not be copied: it stands there selected, to be copied by hand.
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

export function ByHand({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <label className="flex w-full flex-col gap-1 text-xs text-soft">
      {t("words.copyByHand")}
      <textarea
        ref={field}
        readOnly
        rows={6}
        value={text}
        className="w-full rounded-md border border-line bg-ground px-2 py-1 font-mono text-xs"
      />
    </label>
  );
}
