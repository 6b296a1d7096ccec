// Who else may come in: the invitation to a workshop, and who joined. Only the host is told.
import type { Problem, Result } from "@parapet/core";
import { useCallback, useEffect, useState } from "react";
import { get, post, remove } from "../../data/http.ts";
import { useWorkbench } from "../../data/workbench.ts";

/** An invitation: links, one for each way to reach this machine, and the codes. */
export interface Invitation {
  readonly model: string;
  readonly workshop: string;
  readonly spoken: string;
  readonly links: readonly string[];
  /** The first link as the rows of a QR code: 1 is dark. */
  readonly qr: readonly string[];
}

/** Somebody who joined. */
export interface Guest {
  readonly id: string;
  readonly name: string | null;
  readonly model: string | null;
  readonly workshop: string | null;
  readonly connected: boolean;
}

export interface Shared {
  readonly shared: boolean;
  /** What can be read by others on the way; null when nothing can. */
  readonly readable: string | null;
  readonly locked: boolean;
  readonly rooms: readonly Invitation[];
  readonly sessions: readonly Guest[];
}

export interface Share {
  /** Undefined until the server has said it. */
  readonly state: Shared | undefined;
  readonly invitation: Invitation | undefined;
  readonly guests: readonly Guest[];
  readonly problems: readonly Problem[];
  readonly open: () => void;
  readonly close: () => void;
  readonly lock: (locked: boolean) => void;
  readonly sendOut: (guest: string) => void;
}

const pollMs = 4_000;

/** The invitation to a workshop. `on`: asked for, and looked after while it is. */
export function useShare(workshop: string, on = true): Share {
  const model = useWorkbench((state) => state.model);
  const [state, setState] = useState<Shared>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const told = useCallback((answer: Result<Shared>) => {
    setProblems(answer.ok ? [] : answer.problems);
    if (answer.ok) setState(answer.value);
  }, []);
  useEffect(() => {
    if (!on) return;
    const look = () => void get<Shared>("/share").then((answer) => answer.ok && setState(answer.value));
    look();
    const timer = setInterval(look, pollMs);
    return () => clearInterval(timer);
  }, [on]);
  const isOurs = (one: { readonly model: string | null; readonly workshop: string | null }) =>
    one.model === model && one.workshop === workshop;
  const asked = { model, workshop };
  const open = async () => {
    const made = await post<Invitation>("/share", asked);
    if (made.ok) told(await get<Shared>("/share"));
    else setProblems(made.problems);
  };
  return {
    ...{ state, problems },
    invitation: state?.rooms.find(isOurs),
    guests: state?.sessions.filter(isOurs) ?? [],
    open: () => void open(),
    close: () => void post<Shared>("/share/close", asked).then(told),
    lock: (locked) => void post<Shared>("/share/lock", { locked }).then(told),
    sendOut: (guest) => void remove<Shared>(`/share/${encodeURIComponent(guest)}`).then(told),
  };
}
