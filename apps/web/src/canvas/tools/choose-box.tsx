// Choosing by name on the canvas: the zone that something goes into, or the element where a flow ends. Typing narrows, arrows choose, Enter takes.
import { useReactFlow } from "@xyflow/react";
import { Command } from "cmdk";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { call, send } from "../../data/workbench.ts";
import { type Choosing, useCanvas } from "../canvas-store.ts";
import { beginFlow } from "../keys/changing.ts";
import { namesOf } from "../keys/context.ts";
import { useFocusBefore } from "../keys/focus-canvas.ts";
import { titleOf } from "../scene/title-on-canvas.ts";
import type { Drawing } from "../scene/use-drawing.ts";

export const ChooseBox = memo(function ChooseBox({ drawing }: { readonly drawing: Drawing }) {
  const choosing = useCanvas((state) => state.choosing);
  if (!choosing) return null;
  return <Box key={JSON.stringify(choosing)} choosing={choosing} drawing={drawing} />;
});

function Box({ choosing, drawing }: { readonly choosing: Choosing; readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const giveBack = useFocusBefore();
  const close = () => {
    useCanvas.setState({ choosing: undefined, connectFrom: undefined });
    giveBack();
  };
  const take = (id: string | undefined) => {
    if (choosing.what === "end") {
      if (id !== undefined) beginFlow(choosing.from, id, drawing, flow);
      return;
    }
    close();
    moveInto(id);
  };
  const moveInto = (zone: string | undefined) => {
    if (choosing.what !== "zone") return;
    const { ids } = choosing;
    const home = zone === undefined ? t("inspector.noZone") : titleOf(drawing, zone);
    void send(
      t("canvas.rezoned", { thing: namesOf(ids, drawing), zone: home }),
      call("move-to-zone", { ids, ...(zone !== undefined && { zone }) }),
    );
  };
  const label =
    choosing.what === "end"
      ? t("canvas.choose.end", { from: titleOf(drawing, choosing.from) })
      : t("canvas.choose.zone", { things: namesOf(choosing.ids, drawing) });
  return (
    <Command
      label={label}
      loop
      className="absolute top-16 left-1/2 z-20 w-[min(26rem,90%)] -translate-x-1/2 rounded-lg border border-accent bg-surface p-2 shadow-raised"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") close();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) useCanvas.setState({ choosing: undefined });
      }}
    >
      <p className="px-1 text-xs text-soft" dir="auto">
        {label}
      </p>
      <Command.Input
        autoFocus
        className="mt-1 block w-full rounded-md border border-line bg-ground px-2 py-1 text-sm text-ink"
      />
      <Command.List className="mt-1 max-h-64 overflow-y-auto">
        <Command.Empty className="px-2 py-2 text-sm text-soft">{t("frame.palette.empty")}</Command.Empty>
        {choicesOf(choosing, drawing).map(({ id, title, note }) => (
          <Command.Item
            key={id}
            value={`${title} ${id}`}
            onSelect={() => take(id)}
            className="flex gap-2 rounded-md px-2 py-1 text-sm data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent"
          >
            <span className="min-w-0 flex-1 truncate" dir="auto">
              {title}
            </span>
            {note !== undefined && <span className="shrink-0 text-xs text-faint">{note}</span>}
          </Command.Item>
        ))}
        {choosing.what === "zone" && (
          <Command.Item
            value={t("inspector.noZone")}
            onSelect={() => take(undefined)}
            className="rounded-md px-2 py-1 text-sm data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent"
          >
            {t("inspector.noZone")}
          </Command.Item>
        )}
      </Command.List>
    </Command>
  );
}

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly note: string | undefined;
}

/** Zones that the things may go into, or elements that a flow may end at; each with the zone round it. */
function choicesOf(choosing: Choosing, { whole: graph }: Drawing): readonly Choice[] {
  const titleOfZone = (id: string | undefined) => graph.zones.find((zone) => zone.id === id)?.title;
  if (choosing.what === "end")
    return graph.elements
      .filter(({ id }) => id !== choosing.from)
      .map(({ id, title, zone }) => ({ id, title, note: titleOfZone(zone) }));
  return graph.zones
    .filter(({ id }) => !choosing.ids.includes(id))
    .map(({ id, title, in: home }) => ({ id, title, note: titleOfZone(home) }));
}
