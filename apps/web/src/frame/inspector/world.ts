// What the parts of the inspector look at: the document, its analysis and the knowledge, as they stand now.
import type { Analysis, Document, Knowledge, Texts } from "@parapet/core";
import { type Views, viewsOf } from "../../data/views.ts";
import { useWorkbench } from "../../data/workbench.ts";

export interface World {
  readonly analysis: Analysis;
  readonly document: Document;
  readonly knowledge: Knowledge;
  readonly texts: Texts | undefined;
  readonly views: Views;
}

/** The world, once there is an analysis. */
export function useWorld(): World | undefined {
  const analysis = useWorkbench((state) => state.analysis);
  const document = useWorkbench((state) => state.document);
  const knowledge = useWorkbench((state) => state.knowledge);
  const texts = useWorkbench((state) => state.texts);
  if (!analysis || !document || !knowledge) return undefined;
  return { analysis, document, knowledge, texts, views: viewsOf(analysis) };
}
