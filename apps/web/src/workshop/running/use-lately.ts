// Keeps what this page hears while a workshop runs, so that everyone sees what the last ten minutes changed.
import { type AnalysisStanding, standingOf } from "@parapet/team";
import { useEffect, useState } from "react";
import { useWorkbench } from "../../data/workbench.ts";
import { type Heard, kept, type Lately } from "./lately.ts";

const nothing: Lately = { heard: [], stood: [] };

export function useLately(): Lately {
  const recent = useWorkbench((state) => state.shown?.recent);
  const analysis = useWorkbench((state) => state.analysis);
  const fresh = useWorkbench((state) => state.fresh);
  const [lately, setLately] = useState(nothing);
  useEffect(() => {
    const now = Date.now();
    setLately((before) => {
      const known = new Set(before.heard.map(({ id }) => id));
      const heard: Heard[] = (recent ?? []).flatMap(({ id, title, by }) =>
        known.has(id) ? [] : [{ id, title, by, at: now }],
      );
      return heard.length === 0 ? before : kept({ ...before, heard: [...before.heard, ...heard] }, now);
    });
  }, [recent]);
  useEffect(() => {
    if (!analysis || !fresh) return;
    const now = Date.now();
    const standing: AnalysisStanding = standingOf(analysis);
    setLately((before) => kept({ ...before, stood: [...before.stood, { at: now, standing }] }, now));
  }, [analysis, fresh]);
  return lately;
}
