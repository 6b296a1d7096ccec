// Choosing a control against threats: a new mitigation, or more threats for the one that is there on the same thing.
import type { CommandCall } from "../model/command.ts";
import type { Document } from "../model/document.ts";

/** What somebody says when choosing a control. */
export interface Choice {
  readonly control: string;
  readonly threats: readonly string[];
  /** Where it is applied: the subjects of the threats. */
  readonly on: readonly string[];
  readonly id?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly stack?: string;
  readonly platform?: string;
}

/** The mitigation that the choice would be part of, and whether it is there already. */
export function mitigationFor(
  document: Document,
  { control, on, id }: Choice,
): { readonly id: string; readonly there: boolean } {
  const mitigations = document.register?.mitigations ?? {};
  if (id !== undefined) return { id, there: false };
  const first = on[0];
  const there = Object.entries(mitigations).find(
    ([, one]) => one.control === control && first !== undefined && one.on.includes(first),
  );
  if (there) return { id: there[0], there: true };
  return {
    id: Object.hasOwn(mitigations, control) ? `${control}-on-${first ?? "model"}`.slice(0, 80) : control,
    there: false,
  };
}

/** The commands that make the choice. */
export function callsToChoose(document: Document, choice: Choice): readonly CommandCall[] {
  const { id, there } = mitigationFor(document, choice);
  const { control, id: _, ...rest } = choice;
  const input = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return there
    ? [{ name: "set-mitigation", input: { id, ...input } }]
    : [{ name: "choose-mitigation", input: { control, id, ...input } }];
}
