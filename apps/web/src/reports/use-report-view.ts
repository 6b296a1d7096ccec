// What the reports are made of: the same view of model and analysis that the files are made of.
import { type ReportView, viewOf } from "@parapet/reports";
import { useMemo } from "react";
import { useWorkbench } from "../data/workbench.ts";

/** The view, once model, analysis and texts are there. */
export function useReportView(): ReportView | undefined {
  const document = useWorkbench((state) => state.document);
  const analysis = useWorkbench((state) => state.analysis);
  const knowledge = useWorkbench((state) => state.knowledge);
  const texts = useWorkbench((state) => state.texts);
  return useMemo(
    () => (document && analysis && knowledge && texts ? viewOf({ document, analysis, knowledge, texts }) : undefined),
    [document, analysis, knowledge, texts],
  );
}
