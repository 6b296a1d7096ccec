// The inspector: whatever is selected opens here, in every room, with the same parts in the same order.
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Selection, useSelect } from "../../data/selection.ts";
import { useViews } from "../../data/views.ts";
import { IconButton } from "../../kit/button.tsx";

export function Inspector({ selection }: { readonly selection: Selection }) {
  const { t } = useTranslation();
  const select = useSelect();
  const views = useViews();
  const { kind, id } = selection;
  const title =
    views?.threat.get(id)?.title ??
    views?.analysis.questions.find((one) => one.id === id)?.text ??
    views?.title(id) ??
    id;
  return (
    <aside
      aria-label={t("frame.inspector")}
      className="flex w-full shrink-0 flex-col overflow-y-auto border-l border-line bg-surface max-md:absolute max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[70%] max-md:border-t md:w-88"
    >
      <header className="sticky top-0 flex items-start gap-2 border-b border-line bg-surface px-4 py-3">
        <div className="min-w-0 flex-1">
          <p className="text-xs text-faint">{t(`words.kind.${kind}`)}</p>
          <h2 className="font-semibold leading-5">{title}</h2>
        </div>
        <IconButton label={t("frame.closeInspector")} onClick={() => select()}>
          <X size={16} />
        </IconButton>
      </header>
    </aside>
  );
}
