// The diagram, of what the workshop is about. What is said about it is drawn at once.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Canvas } from "../../canvas/canvas.tsx";
import { useWorkbench } from "../../data/workbench.ts";
import { useWorkshop } from "../running/in-workshop.ts";
import { focusView } from "./focus-view.ts";
import { StepPage } from "./step-page.tsx";
import { useBoard } from "./use-board.ts";

export function DiagramStep() {
  const { t } = useTranslation();
  const { document, workshop, focus } = useWorkshop();
  const analysis = useWorkbench((state) => state.analysis);
  const view = useMemo(
    () => analysis && focusView(document, analysis, workshop.focus, focus),
    [document, analysis, workshop.focus, focus],
  );
  useBoard({ kind: "talk", title: t("workshop.diagram.ask"), lines: [t("workshop.diagram.look")] });
  return (
    <div className="flex h-full min-h-[34rem] flex-col">
      <StepPage wide>{null}</StepPage>
      <div className="flex min-h-0 flex-1 border-t border-line">
        <Canvas {...(view && { view })} />
      </div>
    </div>
  );
}
