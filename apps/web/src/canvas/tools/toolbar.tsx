// What can be done with the whole diagram: add, tidy, fit, heat, views, outline, keys.
import { type ElementKind, elementKinds } from "@parapet/core";
import { arrangementOf, layoutDiagram, tidyZone, zoneGraph } from "@parapet/reports/dfd";
import { useReactFlow } from "@xyflow/react";
import { FileCode2, Flame, ListTree, Maximize, Plus, Sparkles } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { layoutEngine } from "../../data/layout-engine.ts";
import { useSelections } from "../../data/selection.ts";
import { call, send, useWorkbench } from "../../data/workbench.ts";
import { Button, IconButton } from "../../kit/button.tsx";
import { useCanvas } from "../canvas-store.ts";
import { addAt } from "../keys/changing.ts";
import { useDragToAdd } from "../pointer/use-drag-to-add.ts";
import { fittingSlowly } from "../scene/fitting.ts";
import { titleOf } from "../scene/title-on-canvas.ts";
import type { Drawing } from "../scene/use-drawing.ts";

export const Toolbar = memo(function Toolbar({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const heat = useCanvas((state) => state.heat);
  const seen = useCanvas((state) => state.seen);
  const outline = useCanvas((state) => state.outline);
  return (
    <div
      role="toolbar"
      aria-label={t("canvas.tools")}
      className="flex flex-wrap items-center gap-1 rounded-lg border border-line bg-surface p-1 shadow-raised"
    >
      <Kinds drawing={drawing} />
      <Tidy drawing={drawing} />
      <Views />
      <IconButton label={t("canvas.fit")} onClick={() => void flow.fitView(fittingSlowly)}>
        <Maximize size={16} />
      </IconButton>
      <IconButton
        label={t("canvas.heat")}
        aria-pressed={heat}
        className={heat ? "bg-accent-soft text-accent" : ""}
        onClick={() => useCanvas.setState({ heat: !heat })}
      >
        <Flame size={16} />
      </IconButton>
      <IconButton
        label={t("canvas.seen")}
        aria-pressed={seen}
        className={seen ? "bg-accent-soft text-accent" : ""}
        onClick={() => useCanvas.setState({ seen: !seen })}
      >
        <FileCode2 size={16} />
      </IconButton>
      <IconButton
        label={t("canvas.outline")}
        aria-pressed={outline}
        className={outline ? "bg-accent-soft text-accent" : ""}
        onClick={() => useCanvas.setState({ outline: !outline })}
      >
        <ListTree size={16} />
      </IconButton>
      <Button look="quiet" hint="?" onClick={() => useCanvas.setState(({ help }) => ({ help: !help }))}>
        {t("canvas.help")}
      </Button>
    </div>
  );
});

/** Each kind of thing: pressed, it is added as its key adds it; drawn onto the diagram, where it is let go. */
function Kinds({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const selections = useSelections();
  const { ghost, handlers } = useDragToAdd(drawing);
  const dragged = useRef(false);
  useEffect(() => {
    if (ghost) dragged.current = true;
  }, [ghost]);
  const add = (kind: ElementKind | "zone") => {
    // The press that ends a drag is no press.
    const wasDragged = dragged.current;
    dragged.current = false;
    if (!wasDragged) addAt(kind, { selections, drawing, flow });
  };
  return (
    <>
      {[...elementKinds, "zone" as const].map((kind) => (
        <Button
          key={kind}
          look="quiet"
          hint={t(`canvas.keys.${kind}`)}
          title={t("canvas.dragToAdd")}
          className="touch-none"
          onClick={() => add(kind)}
          {...handlers(kind)}
        >
          <Plus size={13} aria-hidden="true" />
          {t(`canvas.kinds.${kind}`)}
        </Button>
      ))}
      {ghost && (
        <span
          aria-hidden="true"
          className="pointer-events-none fixed z-50 -translate-1/2 rounded-md border border-accent bg-surface px-3 py-1 text-sm font-medium text-accent shadow-raised"
          style={{ left: ghost.x, top: ghost.y }}
        >
          {t(`canvas.kinds.${ghost.kind}`)}
        </span>
      )}
    </>
  );
}

/** Lays one zone out anew, or everything: asked for, and one undo. */
function Tidy({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const zone = useSelections().find(({ kind }) => kind === "zone")?.id;
  const tidy = async () => {
    const { graph, arrangement } = drawing;
    const name = zone === undefined ? t("canvas.everything") : titleOf(drawing, zone);
    const { layout } = await layoutDiagram(zone === undefined ? graph : zoneGraph(graph, zone), { port: layoutEngine });
    const tidied =
      zone === undefined
        ? arrangementOf(graph, layout)
        : tidyZone(graph, arrangement.positions ?? {}, arrangement.sizes ?? {}, zone, layout);
    await send(t("canvas.tidied", { zone: name }), call("place-things", tidied));
  };
  return (
    <Button look="quiet" onClick={() => void tidy()}>
      <Sparkles size={14} aria-hidden="true" />
      {zone === undefined ? t("canvas.tidyAll") : t("canvas.tidy")}
    </Button>
  );
}

/** The saved views of the diagram, and what is selected as a new one. */
function Views() {
  const { t } = useTranslation();
  const views = useWorkbench((state) => state.document?.diagram?.views);
  const view = useCanvas((state) => state.view);
  const selections = useSelections();
  const save = () => {
    const of = (kind: string) => selections.filter((one) => one.kind === kind).map(({ id }) => id);
    const shows = { zones: of("zone"), elements: of("element"), flows: of("flow") };
    const names = selections
      .map(({ id }) => id)
      .slice(0, 2)
      .join(", ");
    void send(t("canvas.viewSaved", { title: names }), call("add-view", { title: names, shows: filled(shows) }));
  };
  return (
    <>
      {views && Object.keys(views).length > 0 && (
        <select
          aria-label={t("canvas.view")}
          value={view ?? ""}
          onChange={({ target }) => useCanvas.setState({ view: target.value === "" ? undefined : target.value })}
          className="rounded-md border border-line bg-surface px-1.5 py-1 text-sm"
        >
          <option value="">{t("canvas.whole")}</option>
          {Object.entries(views).map(([id, { title }]) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
      {selections.length > 1 && (
        <Button look="quiet" onClick={save}>
          {t("canvas.saveView")}
        </Button>
      )}
    </>
  );
}

function filled(shows: Readonly<Record<string, readonly string[]>>): object {
  return Object.fromEntries(Object.entries(shows).filter(([, ids]) => ids.length > 0));
}
