// Sending and hearing the answer: for forms that keep what was typed and show a refusal where it was made, not in the tray.
import { type CommandCall, fail, ok, type Problem, type Result } from "@parapet/core";
import type { TrayItem } from "@parapet/live";
import { useState } from "react";
import { hush, send, settle, useWorkbench } from "./workbench.ts";

/** Sends, and waits until the room has answered; while the server is away it does not wait. */
export async function sendAndHear(title: string, ...calls: readonly CommandCall[]): Promise<Result<void>> {
  const sent = await send(title, ...calls);
  const refused = sent.ok && sent.value.id !== "" ? await answerOf(sent.value.id) : undefined;
  if (refused) await settle(refused.id, "forget");
  if (sent.ok && !refused) return ok(undefined);
  // What is said beside the control is not said a second time below.
  hush();
  return fail(...(refused?.problems ?? (sent.ok ? [] : sent.problems)));
}

/** What came back refused; undefined when it was accepted, waits for a server that is away, or needs a look in the tray. */
function answerOf(id: string): Promise<TrayItem | undefined> {
  return new Promise((resolve) => {
    const look = ({ shown }: ReturnType<typeof useWorkbench.getState>): boolean => {
      const waits = shown?.connected && shown.waiting.some((one) => one.id === id);
      if (waits) return false;
      const item = shown?.tray.find((one) => one.id === id);
      resolve(item?.why === "refused" || item?.why === "not-permitted" ? item : undefined);
      return true;
    };
    if (look(useWorkbench.getState())) return;
    const end = useWorkbench.subscribe((state) => {
      if (look(state)) end();
    });
  });
}

/** Sends from a form: what is refused stands in `problems`, and `busy` says that the answer is not there yet. */
export function useSending(): {
  readonly problems: readonly Problem[];
  readonly busy: boolean;
  readonly sending: (title: string, ...calls: readonly CommandCall[]) => Promise<boolean>;
} {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const sending = async (title: string, ...calls: readonly CommandCall[]): Promise<boolean> => {
    setBusy(true);
    const done = await sendAndHear(title, ...calls);
    setBusy(false);
    setProblems(done.ok ? [] : done.problems);
    return done.ok;
  };
  return { problems, busy, sending };
}
