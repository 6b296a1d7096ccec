// What is in several zones at once: which they are, and why nothing is crossed between them.
import { spansOf, withinOf } from "@parapet/core";
import { useTranslation } from "react-i18next";
import type { Selection } from "../../data/selection.ts";
import type { World } from "./world.ts";

export function Spans({ selection: { kind, id }, world }: { readonly selection: Selection; readonly world: World }) {
  const { t } = useTranslation();
  const { document, views } = world;
  const names = (zones: readonly string[]) => zones.map(views.title).join(", ");
  const span = kind === "element" ? spansOf(document).find(({ element }) => element === id) : undefined;
  const within = kind === "flow" ? withinOf(document, id) : undefined;
  const lines = [
    ...(span ? [t("inspector.spans.element", { zones: names(span.zones) })] : []),
    ...(within ? [t("inspector.spans.flow", { zones: names(within.shared) })] : []),
    ...(within?.spans ?? []).map(({ element, zones }) =>
      t("inspector.spans.end", { element: views.title(element), zones: names(zones) }),
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <div className="mt-2 flex flex-col gap-1 rounded-md border border-line bg-sunken px-2 py-1.5 text-xs" data-spans="">
      {lines.map((line) => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
    </div>
  );
}
