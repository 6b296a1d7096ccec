// The others on the diagram: where they point, what they have selected, and what they drag right now, each in the ink of the person.
import type { Peer } from "@parapet/live";
import type { Box } from "@parapet/reports/dfd";
import { ViewportPortal } from "@xyflow/react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { selectionOf } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { inkOf } from "../../frame/inks.ts";
import { useAtPoint } from "../draw/use-view.ts";
import { boxOf } from "../scene/reveal.ts";
import type { Drawing } from "../scene/use-drawing.ts";

const room = 5;

export const Peers = memo(function Peers({ drawing }: { readonly drawing: Drawing }) {
  const peers = useWorkbench((state) => state.peers);
  const you = useWorkbench((state) => state.shown?.you?.session);
  const here = peers.filter(({ session, presence }) => session !== you && presence.room === "decomposition");
  if (here.length === 0) return null;
  return (
    <ViewportPortal>
      {here.map((peer) => (
        <Selected key={peer.session} peer={peer} drawing={drawing} />
      ))}
      {here.map((peer) => (
        <Pointer key={peer.session} peer={peer} />
      ))}
    </ViewportPortal>
  );
});

/** Rings round what somebody has selected; what they drag is where they have it now. */
function Selected({ peer: { session, name, presence }, drawing }: { readonly peer: Peer; readonly drawing: Drawing }) {
  const ink = inkOf(session);
  const { selected = [], drag = {} } = presence;
  const ids = new Set([...selected.flatMap((text) => selectionOf(text)?.id ?? []), ...Object.keys(drag)]);
  const boxes = [...ids].flatMap((id) => {
    const box = boxOf(drawing, id);
    const by = drag[id];
    return box ? [{ id, by, box: { ...box, x: box.x + (by?.x ?? 0), y: box.y + (by?.y ?? 0) } }] : [];
  });
  return boxes.map(({ id, box, by }, i) => (
    <Ring key={id} id={id} box={box} ink={ink} dashed={by !== undefined} {...(i === 0 && { name })} />
  ));
}

function Ring({
  id,
  box,
  ink,
  dashed,
  name,
}: {
  readonly id: string;
  readonly box: Box;
  readonly ink: string;
  readonly dashed: boolean;
  readonly name?: string;
}) {
  return (
    <div
      className="moves pointer-events-none absolute top-0 left-0 z-405 rounded-lg border-2"
      style={{
        transform: `translate(${box.x - room}px, ${box.y - room}px)`,
        width: box.width + 2 * room,
        height: box.height + 2 * room,
        borderColor: ink,
        borderStyle: dashed ? "dashed" : "solid",
      }}
      data-peer-selected={id}
      aria-hidden="true"
    >
      {name !== undefined && (
        <span
          className="absolute -bottom-4 left-1 max-w-32 truncate rounded px-1 text-2xs font-medium text-white"
          style={{ background: ink }}
        >
          {name}
        </span>
      )}
    </div>
  );
}

function Pointer({ peer: { session, name, guest, presence } }: { readonly peer: Peer }) {
  const { t } = useTranslation();
  const atPoint = useAtPoint();
  if (!presence.pointer) return null;
  const ink = inkOf(session);
  return (
    <div
      className="moves pointer-events-none absolute top-0 left-0 z-1000"
      style={atPoint(presence.pointer)}
      data-peer-pointer={session}
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
}
