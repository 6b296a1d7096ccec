// Comes into a workshop while its page is open, again after every reconnect; the projector only looks.
import { useEffect } from "react";
import { nowIn } from "../../data/in-room.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { act } from "../live.ts";
import type { Role } from "./in-workshop.ts";

export function useJoin(workshop: string, role: Role): void {
  const connection = useWorkbench(({ shown }) => (shown?.connected ? shown.you?.session : undefined));
  useEffect(() => {
    if (connection === undefined || role === "screen") return;
    nowIn(workshop);
    act(workshop, { kind: "join" });
  }, [connection, workshop, role]);
}
