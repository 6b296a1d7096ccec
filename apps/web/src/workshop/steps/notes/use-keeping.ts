// Shows all notes, and writes down what is shown: one command for each note, in one step.
import type { Problem } from "@parapet/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { sendAndHear } from "../../../data/heard.ts";
import { useWorkbench } from "../../../data/workbench.ts";
import { useWorkshop } from "../../running/in-workshop.ts";
import { keeping } from "./keeping.ts";

export function useKeeping(): {
  readonly problems: readonly Problem[];
  readonly show: () => void;
  readonly keep: () => void;
} {
  const { t } = useTranslation();
  const { id, live, workshop, document, act } = useWorkshop();
  const analysis = useWorkbench((state) => state.analysis);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  // Only the page that showed them writes them down: two pages that lead would write them twice.
  const mine = useRef(false);
  const notes = live.silence?.notes;
  const keep = async () => {
    if (!notes || notes.length === 0) return;
    mine.current = false;
    const calls = keeping(id, notes, workshop.notes ?? {}, document, analysis);
    const done =
      calls.length === 0 ? undefined : await sendAndHear(t("workshop.notes.kept", { count: calls.length }), ...calls);
    if (done && !done.ok) setProblems(done.problems);
    else act({ kind: "notes-kept", ids: notes.map((note) => note.id) });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when what was asked for is there.
  useEffect(() => {
    if (mine.current && notes) void keep();
  }, [notes]);
  return {
    problems,
    show: () => {
      mine.current = true;
      setProblems([]);
      act({ kind: "show-notes" });
    },
    keep: () => void keep(),
  };
}
