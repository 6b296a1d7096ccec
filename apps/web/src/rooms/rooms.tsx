// The rooms: the overview, the workshops and the eight stages of the workflow. Each loads when it is first entered.
import { type StageId, stageIds } from "@parapet/core";
import { type ComponentType, lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useArrive } from "../data/arrive.ts";

export type RoomId = "overview" | "workshop" | StageId;

export function isRoom(name: string): name is RoomId {
  return name === "overview" || name === "workshop" || stageIds.includes(name as StageId);
}

const page = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

const pages: Readonly<Record<RoomId, ComponentType>> = {
  overview: page(async () => (await import("./overview/overview.tsx")).Overview),
  workshop: page(async () => (await import("../workshop/planning/workshops.tsx")).Workshops),
  scoping: page(async () => (await import("./scoping/scoping.tsx")).Scoping),
  decomposition: page(async () => (await import("./decomposition/decomposition.tsx")).Decomposition),
  enumeration: page(async () => (await import("./enumeration/enumeration.tsx")).Enumeration),
  scoring: page(async () => (await import("./scoring/scoring.tsx")).Scoring),
  mitigation: page(async () => (await import("./mitigation/mitigation.tsx")).Mitigation),
  handoff: page(async () => (await import("./handoff/handoff.tsx")).Handoff),
  validation: page(async () => (await import("./validation/validation.tsx")).Validation),
  maintenance: page(async () => (await import("./maintenance/maintenance.tsx")).Maintenance),
};

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
