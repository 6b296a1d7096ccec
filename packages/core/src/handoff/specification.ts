// What is handed over, as plain data.
import type { ControlLevel, Status, StrideCategory, Tier } from "../model/vocabulary.ts";

/** A thing by its id and its title. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

/** A threat that a specification removes or lowers. */
export interface SpecifiedThreat extends Named {
  readonly subject: string;
  readonly tier: Tier;
  readonly status: Status;
  readonly categories: readonly StrideCategory[];
  readonly current: number;
  readonly target: number;
}

/** How the control is built with one technology of the stack in use; `default` fits any. */
export interface StackEntry {
  readonly technology: string;
  readonly title: string;
  readonly library?: string;
  readonly configuration: string;
  readonly logic?: string;
}

/** One acceptance criterion: Given / When / Then from the card, or a sentence somebody wrote. */
export interface SpecifiedCriterion {
  readonly id: string;
  readonly required: boolean;
  readonly given?: string;
  readonly when?: string;
  readonly then: string;
  readonly verify?: string;
  readonly verdict: "passed" | "failed" | "stale" | "missing";
}

/** A mitigation of the register, or one that is proposed for a severe threat that has none. */
export interface Specification {
  /** The id of the mitigation; `control@component` or the threat's key for a proposed one. */
  readonly id: string;
  readonly state: "proposed" | "chosen" | "implemented" | "verified" | "failed" | "stale";
  readonly title: string;
  readonly control?: string;
  readonly level?: ControlLevel;
  readonly effort?: "small" | "medium" | "large";
  /** The things it is on, each with the component that builds it. */
  readonly on: readonly (Named & { readonly component: string })[];
  /** The first of the components. */
  readonly component: Named;
  readonly components: readonly Named[];
  readonly feature?: Named;
  /** Why it is needed: the reasons of the rules behind its threats. */
  readonly why: readonly string[];
  /** What is built, and what that takes away. */
  readonly what?: string;
  readonly removes?: string;
  readonly threats: readonly SpecifiedThreat[];
  readonly stacks: readonly StackEntry[];
  /** The platform control of the organisation that provides it, and who runs that, by name. */
  readonly providedBy?: Named & { readonly owner?: string };
  /** Where else it can be done: gateway, mesh, cloud. */
  readonly alternatives: readonly { readonly id: string; readonly say: string }[];
  /** Further controls against the same threats, for defence in depth. */
  readonly further: readonly (Named & { readonly level: ControlLevel })[];
  /** Critical threats that rest on this one control. */
  readonly alone: readonly string[];
  readonly criteria: readonly SpecifiedCriterion[];
  readonly asvs: readonly string[];
  readonly nist: readonly string[];
  readonly owner?: string;
  readonly due?: string;
  readonly ticket?: string;
  /** No control card fits; the sentence asks for one. */
  readonly noCard?: true;
  readonly ask?: string;
}
