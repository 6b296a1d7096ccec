// The diagram as a list that reads and edits without seeing it: zones with what lies in them, each with its flows, its zone and its commands.
import type { DiagramElement, DiagramZone } from "@parapet/reports/dfd";
import { clsx } from "clsx";
import { ChevronRight } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelect, useSelections } from "../../data/selection.ts";
import type { Drawing } from "../scene/use-drawing.ts";
import { ElementCommands, ZoneCommands } from "./outline-commands.tsx";

export const Outline = memo(function Outline({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation();
  return (
    <nav
      aria-label={t("canvas.outline")}
      className="w-72 shrink-0 overflow-y-auto border-l border-line bg-surface p-3 text-sm max-md:w-full"
    >
      <h2 className="mb-2 text-xs font-semibold text-soft">{t("canvas.outline")}</h2>
      <Inside drawing={drawing} zone={undefined} />
    </nav>
  );
});

function Inside({ drawing, zone }: { readonly drawing: Drawing; readonly zone: string | undefined }) {
  const { whole: graph } = drawing;
  return (
    <ul className="flex flex-col gap-1">
      {graph.zones
        .filter((one) => one.in === zone)
        .map((one) => (
          <ZoneLine key={one.id} zone={one} drawing={drawing} />
        ))}
      {graph.elements
        .filter((one) => one.zone === zone)
        .map((one) => (
          <ElementLine key={one.id} element={one} drawing={drawing} />
        ))}
    </ul>
  );
}

function ZoneLine({ zone, drawing }: { readonly zone: DiagramZone; readonly drawing: Drawing }) {
  const select = useSelect();
  const { t } = useTranslation();
  const chosen = useSelections().some(({ id }) => id === zone.id);
  const [isOpen, setOpen] = useState(true);
  return (
    <li>
      <div className="flex items-start gap-0.5">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={t("canvas.fold")}
          className="-ml-1 shrink-0 p-0.5 text-faint"
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight size={14} aria-hidden="true" className={clsx(isOpen && "rotate-90")} />
        </button>
        <button
          type="button"
          aria-pressed={chosen}
          className={clsx("min-w-0 text-left font-medium hover:underline", chosen && "text-accent")}
          onClick={() => select({ kind: "zone", id: zone.id })}
          dir="auto"
        >
          {zone.title}
        </button>
      </div>
      {isOpen && (
        <div className="ml-1.5 border-l border-dashed border-line-strong pl-3">
          {chosen && <ZoneCommands zone={zone} drawing={drawing} />}
          <Inside drawing={drawing} zone={zone.id} />
        </div>
      )}
    </li>
  );
}

function ElementLine({ element, drawing }: { readonly element: DiagramElement; readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const select = useSelect();
  const chosen = useSelections().some(({ id }) => id === element.id);
  const flows = drawing.whole.flows.filter(({ from }) => from === element.id);
  const titles = new Map(drawing.whole.elements.map(({ id, title }) => [id, title]));
  return (
    <li className={chosen ? "rounded bg-accent-soft/60 px-1" : "px-1"}>
      <button
        type="button"
        aria-pressed={chosen}
        className="text-left hover:underline"
        dir="auto"
        onClick={() => select({ kind: "element", id: element.id })}
      >
        {element.title} <span className="text-xs text-faint">{t(`words.elementKind.${element.kind}`)}</span>
      </button>
      {flows.length > 0 && (
        <ul className="ml-3 text-xs text-soft">
          {flows.map(({ id, title, to }) => (
            <li key={id}>
              <button
                type="button"
                className="text-left hover:underline"
                dir="auto"
                onClick={() => select({ kind: "flow", id })}
              >
                {t("canvas.flowTo", { title, to: titles.get(to) ?? to })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen && <ElementCommands element={element} drawing={drawing} />}
    </li>
  );
}
