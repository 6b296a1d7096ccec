// Came, went, changed: a plus, a minus, a wave, as on the diagram. The sign says it, the colour only repeats it.
import "../../canvas/canvas.css";
import { useTranslation } from "react-i18next";
import type { LineChange } from "./diff-lines.ts";

const signs: Readonly<Record<LineChange, string>> = {
  added: "M3 6H9M6 3V9",
  removed: "M3 6H9",
  changed: "M2.6 7q1.7 -3.4 3.4 -1q1.7 2.4 3.4 -1",
};

export function ChangeMark({ change }: { readonly change: LineChange }) {
  const { t } = useTranslation();
  return (
    <svg
      viewBox="0 0 12 12"
      className="size-3 shrink-0"
      role="img"
      aria-label={t(`maintenance.comparison.change.${change}`)}
    >
      <circle cx="6" cy="6" r="6" className={`fill-ink-${change}`} />
      <path d={signs[change]} fill="none" className="stroke-ink-ground" strokeWidth="1.6" />
    </svg>
  );
}
