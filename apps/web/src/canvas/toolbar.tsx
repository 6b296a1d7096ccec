// What can be done with the whole diagram: add, tidy, fit, heat, views, outline, keys.
import { type ElementKind, elementKinds } from "@parapet/core";
import { arrangementOf, layoutDiagram, tidyZone, zoneGraph } from "@parapet/reports/dfd";
import { useReactFlow } from "@xyflow/react";
import { Flame, ListTree, Maximize, Plus, Sparkles } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { layoutEngine } from "../data/layout-engine.ts";
import { useSelections } from "../data/selection.ts";
import { call, send, useWorkbench } from "../data/workbench.ts";
import { Button, IconButton } from "../kit/button.tsx";
import { useCanvas } from "./canvas-store.ts";
import { fittingSlowly } from "./fitting.ts";
import { titleOf } from "./title-on-canvas.ts";
import type { Drawing } from "./use-drawing.ts";

export const Toolbar = memo(function Toolbar({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const heat = useCanvas((state) => state.heat);
  const outline = useCanvas((state) => state.outline);
  const add = (kind: ElementKind | "zone") => {
    const at = flow.screenToFlowPosition({ x: window.innerWidth / 2, y: window.innerHeight / 2 });
    useCanvas.setState({ adding: { kind, at } });
  };
  return (
    <div
      role="toolbar"
      aria-label={t("canvas.tools")}
      className="absolute top-3 left-3 z-10 flex max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-1 rounded-lg border border-line bg-surface p-1 shadow-raised max-md:hidden"
    >
      {[...elementKinds, "zone" as const].map((kind) => (
        <Button key={kind} look="quiet" hint={t(`canvas.keys.${kind}`)} onClick={() => add(kind)}>
          <Plus size={13} aria-hidden="true" />
          {t(`canvas.kinds.${kind}`)}
        </Button>
      ))}
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
