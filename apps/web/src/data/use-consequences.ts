// What would follow from several suppositions, kept until the newer answers are there.
import type { Analysis } from "@parapet/core";
import { useEffect, useRef, useState } from "react";
import type { Supposition } from "./analysis-worker.ts";
import type { Consequence } from "./consequence.ts";
import { suppose, useWorkbench } from "./workbench.ts";

/** One consequence per supposition, by its name; those not worked out yet are missing. Asked again whenever the analysis is new. */
export function useConsequences(
  suppositions: Readonly<Record<string, Supposition>>,
): Readonly<Record<string, Consequence>> {
  const analysis = useWorkbench((state) => (state.fresh ? state.analysis : undefined));
  const [found, setFound] = useState<Readonly<Record<string, Consequence>>>({});
  const asked = useRef<Analysis | undefined>(undefined);
  const key = JSON.stringify(suppositions);
  useEffect(() => {
    if (!analysis) return;
    asked.current = analysis;
    const running = Object.entries(JSON.parse(key) as Readonly<Record<string, Supposition>>).map(([name, supposed]) => {
      const waiting = suppose(supposed);
      void waiting?.consequence.then((consequence) => {
        if (consequence && asked.current === analysis) setFound((known) => ({ ...known, [name]: consequence }));
      });
      return waiting;
    });
    return () => {
      for (const waiting of running) waiting?.forget();
    };
  }, [analysis, key]);
  return found;
}
