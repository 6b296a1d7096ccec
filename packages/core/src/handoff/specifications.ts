// A specification for each mitigation in the register, and a proposed one for each severe open threat that has none.
import type { Analysis, Criterion, MitigationView, Threat } from "../analysis/result.ts";
import { type Graph, graphOf, locate } from "../decomposition/index.ts";
import { platformFor } from "../mitigation/index.ts";
import { nameOfPerson } from "../model/called.ts";
import { byCodeUnit } from "../model/changes.ts";
import type { Document } from "../model/document.ts";
import { threatsOf } from "../model/expand.ts";
import type { Control, ControlTexts, Knowledge, Texts } from "../model/knowledge.ts";
import { isSevere } from "../model/vocabulary.ts";
import { criteriaOfMitigation, own, proposedCriteria } from "./card-criteria.ts";
import type { Named, Specification, SpecifiedThreat, StackEntry } from "./specification.ts";
import { Things } from "./things.ts";

/** Everything that specifications are written from. */
export interface HandoffInput {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly knowledge: Knowledge;
  readonly texts: Texts;
}

/** The mitigations of the register by id, then what is proposed, in the reading order of its worst threat. */
export function specificationsOf(input: HandoffInput): readonly Specification[] {
  const writer = new Writer(input);
  const decided = [...input.analysis.mitigations].sort((a, b) => byCodeUnit(a.id, b.id));
  return [...decided.map((mitigation) => writer.ofMitigation(mitigation)), ...writer.proposed()];
}

/** The specification that a choice would have: one control against these threats, for one stack or those in use. */
export function specificationOfChoice(
  input: HandoffInput,
  choice: { readonly control: string; readonly threats: readonly Threat[]; readonly stack?: string | undefined },
): Specification | undefined {
  return new Writer(input).ofChoice(choice.control, choice.threats, choice.stack);
}

/** True for a critical or high threat that is open, that nothing is done about yet, and that nobody decided to leave. */
export function needsSpecification(threat: Threat): boolean {
  const idle = threat.status === "open" || threat.status === "assessed" || threat.status === "mitigating";
  return (
    isSevere(threat.tier) &&
    idle &&
    threat.finding === "open" &&
    !threat.mitigations?.length &&
    threat.decision !== "avoid"
  );
}

/** What a card gives to a specification, whoever wants it. */
type CardParts = Pick<
  Specification,
  "control" | "level" | "effort" | "what" | "removes" | "stacks" | "alternatives" | "asvs" | "nist"
>;

class Writer {
  readonly #in: HandoffInput;
  readonly #things: Things;
  readonly #controls: ReadonlyMap<string, Control>;
  readonly #technologies: ReadonlyMap<string, string>;
  readonly #criteria: ReadonlyMap<string, Criterion>;
  /** Threats per mitigation, in reading order. */
  readonly #threats: ReadonlyMap<string, readonly Threat[]>;
  readonly #controlOf: ReadonlyMap<string, string>;
  readonly #featureOf: ReadonlyMap<string, Named>;
  #graph: Graph | undefined;

  constructor(input: HandoffInput) {
    this.#in = input;
    this.#things = new Things(input.document, input.analysis);
    this.#controls = new Map(input.knowledge.controls.map((control) => [control.id, control]));
    this.#technologies = new Map(input.knowledge.technologies.map(({ id, title }) => [id, title]));
    this.#criteria = new Map(input.analysis.criteria.map((criterion) => [criterion.id, criterion]));
    this.#threats = threatsByMitigation(input.analysis);
    this.#controlOf = new Map(
      input.analysis.mitigations.flatMap(({ id, control }) => (control ? [[id, control]] : [])),
    );
    this.#featureOf = featureOfThings(input.document);
  }

  ofMitigation(mitigation: MitigationView): Specification {
    const threats = this.#threats.get(mitigation.id) ?? [];
    const on = mitigation.on.length > 0 ? mitigation.on : threats.map(({ subject }) => subject);
    const card = this.#card(mitigation.control, on, mitigation.stack);
    const { owner, due, ticket } = mitigation;
    return {
      id: mitigation.id,
      state: mitigation.state,
      title: mitigation.title,
      ...card,
      ...this.#place(on, threats),
      ...this.#provider(mitigation.platform),
      ...this.#against(threats, mitigation.control),
      criteria: criteriaOfMitigation(this.#in, mitigation, this.#criteria),
      ...(owner ? { owner } : {}),
      ...(due ? { due } : {}),
      ...(ticket ? { ticket } : {}),
      ...(card.what === undefined && mitigation.criteria.length === 0
        ? noCard(mitigation.title, `parapet mitigate ${mitigation.id} --criterion 'How it is tested'`)
        : {}),
    };
  }

  /** One per control and component, so that one piece of work is one specification; one per threat where no card fits. */
  proposed(): readonly Specification[] {
    const groups = new Map<string, Threat[]>();
    for (const threat of threatsOf(this.#in.analysis).filter(needsSpecification)) {
      const control = threat.controls.find((id) => this.#controls.has(id));
      const key = control ? `${control}@${this.#things.component(threat.subject).id}` : threat.id;
      const group = groups.get(key);
      if (group) group.push(threat);
      else groups.set(key, [threat]);
    }
    return [...groups].map(([id, threats]) => this.#proposal(id, threats));
  }

  /** What choosing a control against threats would ask for; undefined without a card or a threat. */
  ofChoice(id: string, threats: readonly Threat[], stack: string | undefined): Specification | undefined {
    const control = this.#controls.get(id);
    return control && threats.length > 0 ? this.#proposal(id, threats, control, stack) : undefined;
  }

  #proposal(id: string, threats: readonly Threat[], card?: Control, stack?: string): Specification {
    const first = threats[0] as Threat;
    const control = card ?? this.#controls.get(first.controls.find((one) => this.#controls.has(one)) ?? "");
    const on = [...new Set(threats.map(({ subject }) => subject))];
    const owner = threats.find((threat) => threat.owner)?.owner;
    const due = threats.find((threat) => threat.due)?.due;
    const common = {
      id,
      state: "proposed" as const,
      ...this.#card(control?.id, on, stack),
      ...this.#place(on, threats),
      ...this.#against(threats, control?.id),
      ...(owner ? { owner } : {}),
      ...(due ? { due } : {}),
    };
    if (!control) {
      const command = `parapet mitigate --title 'What will be done' --threats ${first.id}`;
      return { ...common, title: `No control card: ${first.title}`, criteria: [], ...noCard(first.title, command) };
    }
    const platform = this.#offered(control.id, first.subject);
    return {
      ...common,
      title: control.title,
      ...this.#provider(platform),
      criteria: proposedCriteria(this.#in, control),
    };
  }

  #card(id: string | undefined, on: readonly string[], wanted: string | undefined): CardParts {
    const control = id === undefined ? undefined : this.#controls.get(id);
    const texts = id === undefined ? undefined : own(this.#in.texts.controls, id);
    return {
      ...(id ? { control: id } : {}),
      ...(control ? { level: control.level, effort: control.effort } : {}),
      ...(texts ? { what: texts.what, removes: texts.removes } : {}),
      stacks: texts ? this.#stacks(texts, on, wanted) : [],
      alternatives: texts?.platform ?? [],
      asvs: texts?.asvs ?? [],
      nist: texts?.nist ?? [],
    };
  }

  /** The entries for the technologies in use, else the one that fits any. */
  #stacks(texts: ControlTexts, on: readonly string[], wanted: string | undefined): readonly StackEntry[] {
    const used = wanted ? [wanted] : [...new Set(on.flatMap((subject) => this.#things.technologies(subject)))];
    const known = used.filter((technology) => Object.hasOwn(texts.stacks, technology) && technology !== "default");
    const chosen = known.length > 0 ? known : Object.hasOwn(texts.stacks, "default") ? ["default"] : [];
    return chosen.map((technology) => ({
      technology,
      title: technology === "default" ? "Any stack" : (this.#technologies.get(technology) ?? technology),
      ...(texts.stacks[technology] as Omit<StackEntry, "technology" | "title">),
    }));
  }

  #place(
    on: readonly string[],
    threats: readonly Threat[],
  ): Pick<Specification, "on" | "component" | "components" | "feature"> {
    const placed = (on.length > 0 ? on : ["model"]).map((id) => ({ id, component: this.#things.component(id) }));
    const components = new Map(placed.map(({ component }) => [component.id, component]));
    const adding = on.map((subject) => this.#featureOf.get(subject)).find((found) => found !== undefined);
    const analysed = threats.find((threat) => threat.feature)?.feature;
    const feature = adding ?? (analysed === undefined ? undefined : featureNamed(this.#in.document, analysed));
    return {
      on: placed.map(({ id, component }) => ({ ...this.#things.named(id), component: component.id })),
      component: (placed[0] as (typeof placed)[number]).component,
      components: [...components.values()],
      ...(feature ? { feature } : {}),
    };
  }

  #against(
    threats: readonly Threat[],
    control: string | undefined,
  ): Pick<Specification, "why" | "threats" | "further" | "alone"> {
    const applied = new Set(
      threats.flatMap((threat) => (threat.mitigations ?? []).map((id) => this.#controlOf.get(id))),
    );
    const further = [...new Set(threats.flatMap((threat) => threat.controls))].filter(
      (id) => id !== control && !applied.has(id),
    );
    return {
      why: this.#why(threats),
      threats: threats.map(specified),
      further: further.flatMap((id) => {
        const other = this.#controls.get(id);
        return other ? [{ id, title: other.title, level: other.level }] : [];
      }),
      alone: threats
        .filter((threat) => threat.tier === "critical" && (threat.mitigations?.length ?? 0) <= 1)
        .map(({ id }) => id),
    };
  }

  #why(threats: readonly Threat[]): readonly string[] {
    const written = this.#in.document.register?.threats;
    const reasons = threats.map((threat) => own(this.#in.texts.rules, threat.rule)?.why ?? written?.[threat.id]?.why);
    return [...new Set(reasons.filter((reason) => reason !== undefined))].slice(0, 3);
  }

  #provider(platform: string | undefined): Pick<Specification, "providedBy"> {
    const entry = platform === undefined ? undefined : own(this.#in.document.platform?.platform, platform);
    if (platform === undefined || !entry) return {};
    return {
      providedBy: {
        id: platform,
        title: entry.title ?? platform,
        ...(entry.owner ? { owner: nameOfPerson(this.#in.document, entry.owner) } : {}),
      },
    };
  }

  /** The platform control that gives this control where the subject is. */
  #offered(control: string, subject: string): string | undefined {
    const platform = this.#in.document.platform?.platform;
    if (!platform) return undefined;
    this.#graph ??= graphOf(this.#in.document, this.#in.analysis.model.feature);
    const at = locate(this.#graph, subject);
    return at && platformFor(platform, this.#graph, at.space, at.index).find((id) => platform[id]?.control === control);
  }
}

function threatsByMitigation(analysis: Analysis): ReadonlyMap<string, readonly Threat[]> {
  const map = new Map<string, Threat[]>();
  for (const threat of threatsOf(analysis)) {
    for (const id of threat.mitigations ?? []) {
      const list = map.get(id);
      if (list) list.push(threat);
      else map.set(id, [threat]);
    }
  }
  return map;
}

/** Thing → the first feature that adds it. */
function featureOfThings(document: Document): ReadonlyMap<string, Named> {
  const map = new Map<string, Named>();
  for (const [id, feature] of Object.entries(document.model.features ?? {})) {
    for (const thing of feature.adds ?? []) if (!map.has(thing)) map.set(thing, featureNamed(document, id));
  }
  return map;
}

function featureNamed(document: Document, id: string): Named {
  return { id, title: own(document.model.features, id)?.title ?? id };
}

function specified(threat: Threat): SpecifiedThreat {
  const { id, title, subject, tier, status, categories, current, target } = threat;
  return { id, title, subject, tier, status, categories, current, target };
}

function noCard(title: string, command: string): Pick<Specification, "noCard" | "ask"> {
  return {
    noCard: true,
    ask: `No control card fits “${title}”. Say what will be done and how it is tested: ${command}`,
  };
}
