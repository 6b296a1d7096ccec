// Begins a model on the server, and goes to it. The page is loaded anew: a page holds one model.
import { type CommandCall, ok, type Problem, type Result } from "@parapet/core";
import { useState } from "react";
import { post } from "../../data/http.ts";

/** How a model is begun; see POST /models. */
export interface Beginning {
  readonly from: "files" | "blank" | "example";
  readonly example?: string;
  readonly system?: string;
  readonly name?: string;
  /** What is done in it at once, as one step that can be taken back. */
  readonly calls?: readonly CommandCall[];
  readonly title?: string;
  /** The room that it is entered by. */
  readonly room: string;
}

/** Begins a model; the address of the room that it is entered by. */
async function beginModel({ calls, title, room, ...beginning }: Beginning): Promise<Result<string>> {
  const begun = await post<{ readonly id: string }>("/models", beginning);
  if (!begun.ok) return begun;
  const model = encodeURIComponent(begun.value.id);
  if (calls && calls.length > 0) {
    const done = await post(`/models/${model}/commands`, { title, calls });
    if (!done.ok) return done;
  }
  return ok(`/m/${model}/${room}`);
}

/** A model may be begun once at a time. */
export function useBeginning() {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [working, setWorking] = useState(false);
  const begin = async (beginning: Beginning) => {
    setWorking(true);
    setProblems([]);
    const begun = await beginModel(beginning);
    if (begun.ok) location.assign(begun.value);
    else {
      setProblems(begun.problems);
      setWorking(false);
    }
  };
  return { begin, problems, working };
}
