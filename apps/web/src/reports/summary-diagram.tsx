// The data flow diagram, the same picture as in every other place; on paper it lies down.
import type { ReportView } from "@parapet/reports";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../data/workbench.ts";
import { Part } from "./parts.tsx";

export function SummaryDiagram({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const head = useWorkbench((state) => state.shown?.head ?? 0);
  const { elements, flows, zones } = view.analysis;
  const counts = { elements: elements.length, flows: flows.length, zones: zones.length };
  return (
    <Part title={t("reports.summary.diagram")} note={t("reports.summary.diagramNote", counts)} className="lying">
      <img
        src={`/models/${encodeURIComponent(model)}/diagram.svg?seen=${head}`}
        alt={t("reports.summary.diagramNote", counts)}
        className="mx-auto max-w-full rounded-md border border-line bg-white p-2 print:border-0 print:p-0"
      />
    </Part>
  );
}
