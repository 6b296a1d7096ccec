// By control, not by threat: what each control is chosen for, what else it would help against, and how much risk it takes away.
import type { Analysis, Threat } from "../analysis/result.ts";
import { graphOf, locate } from "../decomposition/index.ts";
import { byCodeUnit } from "../model/changes.ts";
import type { Document } from "../model/document.ts";
import type { Control, Knowledge } from "../model/knowledge.ts";
import { controlLevels } from "../model/vocabulary.ts";
import { round1 } from "../scoring/index.ts";
import { platformFor } from "./controls.ts";
import { ThreatRisks } from "./threat-risks.ts";

/** What the cases are made from: the threats that count, in reading order. */
export interface CasesInput {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly knowledge: Knowledge;
  readonly open: readonly Threat[];
  /** They may be open: their answers are missing. */
  readonly asked: readonly Threat[];
}

/** One control with everything that speaks for it. */
export interface ControlCase {
  readonly control: string;
  readonly title: string;
  readonly level: Control["level"];
  readonly effort: Control["effort"];
  /** The first platform control of the organisation that gives it where one of its threats is. */
  readonly platform?: { readonly id: string; readonly title: string; readonly owner?: string };
  /** The mitigations that it is chosen as. */
  readonly mitigations: readonly string[];
  /** The open threats that it is chosen for, and those that it is not chosen for yet. */
  readonly chosen: readonly string[];
  readonly open: readonly string[];
  readonly asked: readonly string[];
  /** The risk that it takes by itself from the open threats that it is chosen for. */
  readonly removes: number;
  /** What it would take from the open threats that it is not chosen for, and from the asked ones if they are open: beyond what is chosen for them. */
  readonly adds: number;
  readonly mayRemove: number;
}

/** A case per control that some threat names or that is chosen for one: what the platform gives first, structural before others, then by risk. */
export function controlCases(input: CasesInput): readonly ControlCase[] {
  const risks = new ThreatRisks(input);
  const platform = new PlatformOf(input);
  const against = { open: byControl(input.open), asked: byControl(input.asked) };
  const cases = input.knowledge.controls.flatMap((control): readonly ControlCase[] => {
    const open = against.open.get(control.id) ?? [];
    const asked = against.asked.get(control.id) ?? [];
    const mitigations = input.analysis.mitigations.filter((one) => one.control === control.id);
    const held = new Set(mitigations.flatMap(({ threats }) => threats));
    const chosen = input.open.filter(({ id }) => held.has(id));
    if (open.length + asked.length + mitigations.length === 0) return [];
    const free = open.filter(({ id }) => !held.has(id));
    const provided = platform.of(control.id, [...free, ...asked]);
    return [
      {
        control: control.id,
        title: control.title,
        level: control.level,
        effort: control.effort,
        ...(provided ? { platform: provided } : {}),
        mitigations: mitigations.map(({ id }) => id),
        chosen: chosen.map(({ id }) => id),
        open: free.map(({ id }) => id),
        asked: asked.filter(({ id }) => !held.has(id)).map(({ id }) => id),
        removes: sum(chosen, (threat) => risks.fall(threat, control)),
        adds: sum(free, (threat) => risks.further(threat, control)),
        mayRemove: sum(asked, (threat) => risks.further(threat, control)),
      },
    ];
  });
  return cases.sort(casesFirst);
}

/** What the platform gives before what has to be built, structural before preventive before detective, then what takes most. */
function casesFirst(a: ControlCase, b: ControlCase): number {
  const given = (one: ControlCase) => (one.platform ? 0 : 1);
  return (
    given(a) - given(b) ||
    controlLevels.indexOf(a.level) - controlLevels.indexOf(b.level) ||
    b.removes + b.adds - a.removes - a.adds ||
    b.mayRemove - a.mayRemove ||
    byCodeUnit(a.control, b.control)
  );
}

function byControl(threats: readonly Threat[]): ReadonlyMap<string, readonly Threat[]> {
  const map = new Map<string, Threat[]>();
  for (const threat of threats)
    for (const control of threat.controls) {
      const list = map.get(control);
      if (list) list.push(threat);
      else map.set(control, [threat]);
    }
  return map;
}

function sum(threats: readonly Threat[], of: (threat: Threat) => number): number {
  return round1(threats.reduce((total, threat) => total + of(threat), 0));
}

/** Which platform control gives a control where threats are. */
class PlatformOf {
  readonly #document: Document;
  readonly #given = new Map<string, readonly string[]>();
  readonly #graph: ReturnType<typeof graphOf> | undefined;

  constructor({ document, analysis }: CasesInput) {
    this.#document = document;
    if (document.platform) this.#graph = graphOf(document, analysis.model.feature);
  }

  of(control: string, threats: readonly Threat[]): ControlCase["platform"] {
    const platform = this.#document.platform?.platform;
    if (!platform) return undefined;
    for (const { subject } of threats) {
      const id = this.#at(subject).find((one) => platform[one]?.control === control);
      const entry = id === undefined ? undefined : platform[id];
      if (id !== undefined && entry)
        return { id, title: entry.title ?? id, ...(entry.owner ? { owner: entry.owner } : {}) };
    }
    return undefined;
  }

  #at(subject: string): readonly string[] {
    let given = this.#given.get(subject);
    if (!given) {
      const at = this.#graph && locate(this.#graph, subject);
      const platform = this.#document.platform?.platform ?? {};
      given = at && this.#graph ? platformFor(platform, this.#graph, at.space, at.index) : [];
      this.#given.set(subject, given);
    }
    return given;
  }
}
