// What the outline does with the thing that is chosen in it: the same that keys and the pointer do on the drawing.
import { elementKinds } from "@parapet/core";
import type { DiagramElement, DiagramZone } from "@parapet/reports/dfd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { call, send } from "../../data/workbench.ts";
import { useCanvas } from "../canvas-store.ts";
import type { Drawing } from "../scene/use-drawing.ts";

const beside = 40;

/** A flow from it, another zone, gone. */
export function ElementCommands({ element, drawing }: { readonly element: DiagramElement; readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const { id, title } = element;
  const zone = drawing.whole.zones.find((one) => one.id === element.zone)?.title ?? t("inspector.noZone");
  return (
    <Commands>
      <Command run={() => useCanvas.setState({ connectFrom: id, choosing: { what: "end", from: id } })}>
        {t("canvas.connectFrom")}
      </Command>
      <Command run={() => useCanvas.setState({ choosing: { what: "zone", ids: [id] } })}>
        {t("canvas.rezone", { zone })}
      </Command>
      <Command run={() => void send(t("canvas.removed", { things: title }), call("remove-thing", { id }))}>
        {t("inspector.remove")}
      </Command>
    </Commands>
  );
}

/** A new thing in it, another zone round it. */
export function ZoneCommands({ zone, drawing }: { readonly zone: DiagramZone; readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const box = drawing.layout.zones[zone.id] ?? { x: 0, y: 0 };
  const at = { x: box.x + beside, y: box.y + beside };
  const home = drawing.whole.zones.find((one) => one.id === zone.in)?.title ?? t("inspector.noZone");
  return (
    <Commands>
      {[...elementKinds, "zone" as const].map((kind) => (
        <Command key={kind} run={() => useCanvas.setState({ adding: { kind, at, zone: zone.id } })}>
          {t("canvas.addHere", { kind: t(`canvas.kinds.${kind}`) })}
        </Command>
      ))}
      <Command run={() => useCanvas.setState({ choosing: { what: "zone", ids: [zone.id] } })}>
        {t("canvas.rezone", { zone: home })}
      </Command>
    </Commands>
  );
}

function Commands({ children }: { readonly children: ReactNode }) {
  return <div className="mb-1 flex flex-col items-start text-xs">{children}</div>;
}

function Command({ run, children }: { readonly run: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="text-left text-accent hover:underline" onClick={run}>
      {children}
    </button>
  );
}
