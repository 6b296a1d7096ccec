// The rooms: the overview, the workshops and the eight stages of the workflow. Each loads when it is first entered.
import { type StageId, stageIds } from "@parapet/core";
import { type ComponentType, lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useArrive } from "../data/arrive.ts";
import { warm } from "../data/warm.ts";
import { inspectorParts } from "../frame/inspector/later.ts";
import { frameParts } from "../frame/later.ts";

export type RoomId = "overview" | "workshop" | StageId;

export function isRoom(name: string): name is RoomId {
  return name === "overview" || name === "workshop" || stageIds.includes(name as StageId);
}

const loads = {
  overview: async () => (await import("./overview/overview.tsx")).Overview,
  workshop: async () => (await import("../workshop/planning/workshops.tsx")).Workshops,
  scoping: async () => (await import("./scoping/scoping.tsx")).Scoping,
  decomposition: async () => (await import("./decomposition/decomposition.tsx")).Decomposition,
  enumeration: async () => (await import("./enumeration/enumeration.tsx")).Enumeration,
  scoring: async () => (await import("./scoring/scoring.tsx")).Scoring,
  mitigation: async () => (await import("./mitigation/mitigation.tsx")).Mitigation,
  handoff: async () => (await import("./handoff/handoff.tsx")).Handoff,
  validation: async () => (await import("./validation/validation.tsx")).Validation,
  maintenance: async () => (await import("./maintenance/maintenance.tsx")).Maintenance,
} as const satisfies Readonly<Record<RoomId, () => Promise<ComponentType>>>;

const page = (room: RoomId) => lazy(async () => ({ default: await loads[room]() }));

const pages: Readonly<Record<RoomId, ComponentType>> = {
  overview: page("overview"),
  workshop: page("workshop"),
  scoping: page("scoping"),
  decomposition: page("decomposition"),
  enumeration: page("enumeration"),
  scoring: page("scoring"),
  mitigation: page("mitigation"),
  handoff: page("handoff"),
  validation: page("validation"),
  maintenance: page("maintenance"),
};

/** Brings all rooms, and the parts of the frame and the inspector that come later, so that they can be entered while the server is away. */
export function warmRooms(): Promise<void> {
  return warm(...Object.values(loads), ...Object.values(frameParts), ...Object.values(inspectorParts));
}

/** A room by its name. */
export function Room({ room }: { readonly room: RoomId }) {
  const { t } = useTranslation();
  const Page = pages[room];
  useArrive();
  return (
    <Suspense fallback={<p className="p-5 text-soft">{t("frame.opening")}</p>}>
      <Page />
    </Suspense>
  );
}
