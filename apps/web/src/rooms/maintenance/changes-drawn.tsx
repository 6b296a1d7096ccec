// Both revisions in one drawing: what came, went and changed stands out, the rest stays pale.
import "../../canvas/canvas.css";
import type { ModelDiff } from "@parapet/core";
import {
  type Arrangement,
  type DrawnRevision,
  type LaidOver,
  type LayoutResult,
  laidOver,
  layoutDiagram,
  scene,
} from "@parapet/reports/dfd";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { layoutEngine } from "../../data/layout-engine.ts";
import { Button } from "../../kit/button.tsx";
import { ChangeMark } from "./change-mark.tsx";
import { boxOfChanges } from "./changes-box.ts";
import { SceneDrawn } from "./scene-drawn.tsx";

type Revision = DrawnRevision & { readonly diagram?: Arrangement };

export function ChangesDrawn({
  diff,
  drawn: { before, after },
}: {
  readonly diff: ModelDiff;
  readonly drawn: { readonly before: Revision; readonly after: Revision };
}) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const [large, setLarge] = useState(false);
  const over = useMemo(() => laidOver(before, after, diff), [before, after, diff]);
  const arrangement = useMemo(() => arrangementOfBoth(before, after), [before, after]);
  const layout = useLayout(over, arrangement);
  const picture = useMemo(
    () => layout && scene(over.graph, layout, { changes: over.changes, heat: {}, inPlace: true }),
    [over, layout],
  );
  const kinds = Object.values(over.changes);
  const count = (kind: string): number => kinds.filter((one) => one === kind).length;
  const box = useMemo(() => picture && boxOfChanges(picture), [picture]);
  if (kinds.length === 0) return <p className="text-sm text-soft">{t("maintenance.picture.none")}</p>;
  if (!picture) return <p className="text-sm text-soft">{t("maintenance.picture.drawing")}</p>;
  const counts = { added: count("added"), removed: count("removed"), changed: count("changed") };
  return (
    <figure className="overflow-hidden rounded-lg border border-line bg-surface">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <section className="max-h-[70vh] overflow-auto" tabIndex={0} aria-label={t("maintenance.picture.drawn")}>
        <SceneDrawn
          scene={picture}
          box={whole ? undefined : box}
          label={t("maintenance.picture.label", counts)}
          large={large}
        />
      </section>
      <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-3 py-1.5 text-xs text-soft">
        {(["added", "removed", "changed"] as const).map((change) => (
          <span key={change} className="flex items-center gap-1">
            <ChangeMark change={change} /> {counts[change]} {t(`maintenance.comparison.change.${change}`).toLowerCase()}
          </span>
        ))}
        <Button look="quiet" className="ml-auto" onClick={() => setLarge(!large)}>
          {t(large ? "maintenance.picture.fit" : "maintenance.picture.larger")}
        </Button>
        {box && (
          <Button look="quiet" aria-pressed={whole} onClick={() => setWhole(!whole)}>
            {t(whole ? "maintenance.picture.changed" : "maintenance.picture.whole")}
          </Button>
        )}
      </figcaption>
    </figure>
  );
}

/** What went stands where it stood, what is there where it stands. */
function arrangementOfBoth(before: Revision, after: Revision): Arrangement {
  return {
    positions: { ...before.diagram?.positions, ...after.diagram?.positions },
    sizes: { ...before.diagram?.sizes, ...after.diagram?.sizes },
  };
}

function useLayout({ graph }: LaidOver, arrangement: Arrangement): LayoutResult | undefined {
  const [layout, setLayout] = useState<{ readonly of: LaidOver["graph"]; readonly layout: LayoutResult }>();
  useEffect(() => {
    let wanted = true;
    void layoutDiagram(graph, { port: layoutEngine, arrangement }).then(
      (laid) => wanted && setLayout({ of: graph, layout: laid.layout }),
    );
    return () => {
      wanted = false;
    };
  }, [graph, arrangement]);
  return layout?.of === graph ? layout.layout : undefined;
}
