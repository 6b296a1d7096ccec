// Keeps what this page hears while a workshop runs, so that everyone sees what the last ten minutes changed.
import { standingOf } from "@parapet/team";
import { useEffect, useRef, useState } from "react";
import { useWorkbench } from "../../data/workbench.ts";
import { type Heard, kept, type Lately } from "./lately.ts";

const nothing: Lately = { heard: [], stood: [] };

export function useLately(): Lately {
  const recent = useWorkbench((state) => state.shown?.recent);
  const analysis = useWorkbench((state) => state.analysis);
  const fresh = useWorkbench((state) => state.fresh);
  const [lately, setLately] = useState(nothing);
  // When the entries that are there already were made, nobody here knows.
  const seen = useRef(new Set(recent?.map(({ id }) => id)));
  useEffect(() => {
    const at = Date.now();
    const heard: Heard[] = (recent ?? []).flatMap(({ id, title, by }) =>
      seen.current.has(id) ? [] : [{ id, title, by, at }],
    );
    for (const { id } of heard) seen.current.add(id);
    if (heard.length > 0) setLately((before) => kept({ ...before, heard: [...before.heard, ...heard] }, at));
  }, [recent]);
  useEffect(() => {
    if (!analysis || !fresh) return;
    const at = Date.now();
    const stood = { at, standing: standingOf(analysis) };
    setLately((before) => kept({ ...before, stood: [...before.stood, stood] }, at));
  }, [analysis, fresh]);
  return lately;
}
