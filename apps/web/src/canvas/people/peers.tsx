// The others on the diagram: where they point, what they have selected, and what they drag right now, each in the ink of the person.
import type { Peer } from "@parapet/live";
import type { Box } from "@parapet/reports/dfd";
import { ViewportPortal } from "@xyflow/react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import { usePeople } from "../../data/people.ts";
import { selectionOf } from "../../data/selection.ts";
import { useWorkbench, type Workbench } from "../../data/workbench.ts";
import { inkOf } from "../../frame/inks.ts";
import { nameOf } from "../../frame/whereabouts.ts";
import { useAtPoint } from "../draw/use-view.ts";
import { boxOf } from "../scene/reveal.ts";
import type { Drawing } from "../scene/use-drawing.ts";

const room = 5;

export const Peers = memo(function Peers({ drawing }: { readonly drawing: Drawing }) {
  const here = useWorkbench(useShallow(sessionsHere));
  if (here.length === 0) return null;
  return (
    <ViewportPortal>
      {here.map((session) => (
        <Selected key={session} session={session} drawing={drawing} />
      ))}
      {here.map((session) => (
        <Pointer key={session} session={session} />
      ))}
    </ViewportPortal>
  );
});

/** The sessions of the others who look at the diagram: a pointer that moves changes nothing of it. */
function sessionsHere({ peers, shown }: Workbench): readonly string[] {
  const here = peers.filter(({ presence: { room } }) => room === "decomposition");
  return here.map(({ session }) => session).filter((session) => session !== shown?.you?.session);
}

/** One part of what somebody says of themselves; the same value until they say another. */
function usePeer<T>(session: string, part: (peer: Peer) => T): T | undefined {
  return useWorkbench((state) => {
    const peer = state.peers.find((one) => one.session === session);
    return peer && part(peer);
  });
}

const nothing = {};

/** Rings round what somebody has selected; what they drag is where they have it now. */
const Selected = memo(function Selected({ session, drawing }: { readonly session: string; readonly drawing: Drawing }) {
  const { name: called } = usePeople();
  const name = usePeer(session, (peer) => (peer.guest ? peer.name : called(peer.name)));
  const selected = usePeer(session, ({ presence }) => presence.selected?.join(" "));
  const drag = usePeer(session, ({ presence }) => presence.drag) ?? nothing;
  const chosen = selected?.split(" ").flatMap((text) => selectionOf(text)?.id ?? []) ?? [];
  const boxes = [...new Set([...chosen, ...Object.keys(drag)])].flatMap((id) => {
    const box = boxOf(drawing, id);
    const by = (drag as NonNullable<Peer["presence"]["drag"]>)[id];
    return box ? [{ id, by, box: { ...box, x: box.x + (by?.x ?? 0), y: box.y + (by?.y ?? 0) } }] : [];
  });
  return boxes.map(({ id, box, by }, i) => (
    <Ring
      key={id}
      id={id}
      box={box}
      ink={inkOf(session)}
      dashed={by !== undefined}
      {...(i === 0 && name !== undefined && { name })}
    />
  ));
});

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

const Pointer = memo(function Pointer({ session }: { readonly session: string }) {
  const { t } = useTranslation();
  const pointer = usePeer(session, ({ presence }) => presence.pointer);
  const { name: called } = usePeople();
  const name = usePeer(session, (peer) => nameOf(peer, t, called));
  const atPoint = useAtPoint();
  if (!pointer) return null;
  const ink = inkOf(session);
  return (
    <div
      className="glides pointer-events-none absolute top-0 left-0 z-1000"
      style={atPoint(pointer)}
      data-peer-pointer={session}
      aria-hidden="true"
    >
      <svg width="16" height="16" viewBox="0 0 16 16" className="overflow-visible" aria-hidden="true">
        <path d="M0 0 5 14 7.5 8 14 6Z" fill={ink} stroke="white" />
      </svg>
      <span className="ml-3 rounded px-1.5 py-0.5 text-2xs font-medium text-white" style={{ background: ink }}>
        {name}
      </span>
    </div>
  );
});
