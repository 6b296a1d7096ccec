// Where the others point, and what they are dragging right now.
import { ViewportPortal } from "@xyflow/react";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../data/workbench.ts";

const inks = ["#2f6fd0", "#b4487a", "#2f8f5b", "#a76a12", "#7a55c7", "#1f8a93"] as const;

export function PeerPointers() {
  const { t } = useTranslation();
  const peers = useWorkbench((state) => state.peers);
  const you = useWorkbench((state) => state.shown?.you?.session);
  return (
    <ViewportPortal>
      {peers.map(({ session, name, guest, presence }, i) => {
        if (session === you || !presence.pointer || presence.room !== "decomposition") return null;
        const { x, y } = presence.pointer;
        const ink = inks[i % inks.length];
        return (
          <div
            key={session}
            className="moves pointer-events-none absolute top-0 left-0 z-1000"
            style={{ transform: `translate(${x}px, ${y}px)` }}
            aria-hidden="true"
          >
            <svg width="16" height="16" viewBox="0 0 16 16" className="overflow-visible" aria-hidden="true">
              <path d="M0 0 5 14 7.5 8 14 6Z" fill={ink} stroke="white" />
            </svg>
            <span className="ml-3 rounded px-1.5 py-0.5 text-2xs font-medium text-white" style={{ background: ink }}>
              {guest ? t("frame.people.guest", { name }) : name}
            </span>
          </div>
        );
      })}
    </ViewportPortal>
  );
}
