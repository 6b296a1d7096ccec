// What every part of a running workshop knows of it.
import type { Document, Workshop } from "@parapet/core";
import { createContext, useContext } from "react";
import type { Act, Live } from "../live.ts";
import type { Present } from "./people.ts";

/** The facilitator has all controls; who takes part answers, votes and writes; the projector shows and has no controls. */
export type Role = "facilitator" | "participant" | "screen";

export interface InWorkshop {
  readonly id: string;
  readonly workshop: Workshop;
  readonly document: Document;
  readonly live: Live;
  readonly role: Role;
  /** The subjects that it is about; undefined for all. */
  readonly focus: ReadonlySet<string> | undefined;
  readonly present: readonly Present[];
  /** Who speaks: what is written down is said by them. Undefined is who works here. */
  readonly speaker: Present | undefined;
  readonly speak: (key: string | undefined) => void;
  readonly act: (what: Act) => void;
  /** Somebody spoke whom nobody writes anything down of. */
  readonly mark: (key: string) => void;
}

export const WorkshopContext = createContext<InWorkshop | undefined>(undefined);

/** The workshop that runs here. */
export function useWorkshop(): InWorkshop {
  const running = useContext(WorkshopContext);
  if (!running) throw new Error("no workshop runs here");
  return running;
}

/** The field of a command that says who said it; nothing when who works here says it. */
export function saidBy(speaker: Present | undefined): { readonly "said-by"?: string } {
  return speaker === undefined ? {} : { "said-by": speaker.speaks };
}
