// On a phone the drawing is looked at, not edited: what can be done with it is to fit it and to read it as a list.
import { useReactFlow } from "@xyflow/react";
import { ListTree, Maximize } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../kit/button.tsx";
import { useCanvas } from "../canvas-store.ts";
import { fittingSlowly } from "../scene/fitting.ts";

const narrow = () => matchMedia("(width < 48rem)");

/** True where fingers move the drawing, never what is drawn: the frame is narrow there too. */
export function isPhone(): boolean {
  return narrow().matches;
}

/** The same for what is drawn: it follows the window. */
export function usePhone(): boolean {
  return useSyncExternalStore(heedNarrow, isPhone);
}

function heedNarrow(changed: () => void): () => void {
  const query = narrow();
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** Stands over the drawing and over the list, where the tools are too many for the screen. */
export function PhoneTools() {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const outline = useCanvas((state) => state.outline);
  return (
    <div className="absolute top-3 right-3 z-20 flex items-center gap-1 rounded-lg border border-line bg-surface p-1 shadow-raised md:hidden">
      {!outline && (
        <IconButton label={t("canvas.fit")} onClick={() => void flow.fitView(fittingSlowly)}>
          <Maximize size={16} />
        </IconButton>
      )}
      <Button
        look="quiet"
        aria-pressed={outline}
        className={outline ? "bg-accent-soft text-accent" : ""}
        onClick={() => useCanvas.setState({ outline: !outline })}
      >
        <ListTree size={16} aria-hidden="true" />
        {t("canvas.outline")}
      </Button>
    </div>
  );
}
