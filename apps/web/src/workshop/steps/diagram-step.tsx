// The diagram, of what the workshop is about. What is said about it is drawn at once.
import { clsx } from "clsx";
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
  const { document, workshop, focus, role } = useWorkshop();
  const analysis = useWorkbench((state) => state.analysis);
  const view = useMemo(
    () => analysis && focusView(document, analysis, workshop.focus, focus),
    [document, analysis, workshop.focus, focus],
  );
  useBoard({ kind: "talk", title: t("workshop.diagram.ask"), lines: [t("workshop.diagram.look")] });
  return (
    <div className="flex h-full min-h-[calc(100dvh-4rem)] flex-col">
      <StepPage wide>{null}</StepPage>
      <div
        className={clsx(
          "flex min-h-0 flex-1 border-t border-line",
          role === "screen" && "pointer-events-none [&_[role=toolbar]]:hidden",
        )}
      >
        <Canvas {...(view && { view })} />
      </div>
    </div>
  );
}
