// The two views of the room, as links: the selection goes along.
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo, useSelection } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";

const views = [
  ["diagram", "decomposition"],
  ["surface", "decomposition/surface"],
] as const;

/** Stands in the head of both views. */
export function ViewTabs({ current }: { readonly current: (typeof views)[number][0] }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const selection = useSelection();
  return (
    <nav aria-label={t("decomposition.views")} className="flex rounded-md border border-line bg-ground p-0.5">
      {views.map(([view, place]) => (
        <Link
          key={view}
          href={linkTo(model, place, selection)}
          aria-current={view === current ? "page" : undefined}
          className={clsx(
            "rounded px-2.5 py-0.5 text-sm font-medium",
            view === current ? "bg-surface text-ink shadow-sm" : "text-soft hover:text-ink",
          )}
        >
          {t(`decomposition.view.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
