// Names, components and stacks of the things that specifications are on.
import type { Analysis, ElementView } from "../analysis/result.ts";
import { flowInSentence } from "../decomposition/index.ts";
import type { Document } from "../model/document.ts";
import { effective } from "../model/effective.ts";
import { modelSubject } from "../model/ids.ts";
import type { Named } from "./specification.ts";

/** Looks things up for one document and its analysis. */
export class Things {
  readonly #titles = new Map<string, string>();
  readonly #elements: ReadonlyMap<string, ElementView>;
  readonly #flows: ReadonlyMap<string, { readonly from: string; readonly to: string }>;
  readonly #points: ReadonlyMap<string, string>;
  readonly #users: ReadonlyMap<string, readonly string[]>;
  readonly #zoneOf: ReadonlyMap<string, string>;
  readonly #inZone = new Map<string, string[]>();
  readonly #system: string;

  constructor(document: Document, analysis: Analysis) {
    const { surface } = analysis;
    this.#system = analysis.model.system;
    this.#elements = new Map(analysis.elements.map((element) => [element.id, element]));
    this.#flows = new Map(analysis.flows.map((flow) => [flow.id, flow]));
    this.#points = new Map(surface.entryPoints.map(({ id, on }) => [id, on]));
    this.#users = new Map(surface.dependencies.map(({ id, usedBy }) => [id, usedBy]));
    this.#zoneOf = new Map(analysis.zones.flatMap((zone) => (zone.in ? [[zone.id, zone.in]] : [])));
    for (const element of analysis.elements) this.#note(element);
    for (const [id, { value }] of effective(document).data) this.#titles.set(id, value.title ?? id);
    const named = [analysis.elements, analysis.flows, analysis.zones, surface.entryPoints, surface.dependencies];
    for (const { id, title } of named.flat()) this.#titles.set(id, title);
    for (const flow of analysis.flows)
      this.#titles.set(
        flow.id,
        flowInSentence({ ...flow, fromTitle: this.title(flow.from), toTitle: this.title(flow.to) }),
      );
  }

  title(id: string): string {
    return id === modelSubject ? this.#system : (this.#titles.get(id) ?? id);
  }

  named(id: string): Named {
    return { id, title: this.title(id) };
  }

  /** Who builds it: an element; the callee of a flow unless that is outside; else the thing itself. */
  component(subject: string): Named {
    return this.named(this.#owner(subject));
  }

  #owner(subject: string): string {
    const flow = this.#flows.get(subject);
    if (flow) return this.#elements.get(flow.to)?.kind === "external-entity" ? flow.from : flow.to;
    const on = this.#points.get(subject);
    return on || this.#users.get(subject)?.[0] || subject;
  }

  /** The technologies at work on a thing, those of its component first; nobody configures an external entity. */
  technologies(subject: string): readonly string[] {
    const flow = this.#flows.get(subject);
    const on = this.#points.get(subject);
    const users = this.#users.get(subject);
    const ids = flow ? [flow.to, flow.from] : on ? [on] : (users ?? this.#inside(subject));
    const elements = ids.map((id) => this.#elements.get(id)).filter((element) => element?.kind !== "external-entity");
    return [...new Set(elements.flatMap((element) => element?.technologies ?? []))];
  }

  /** The thing itself, or the elements of a zone and of the zones in it. */
  #inside(subject: string): readonly string[] {
    if (this.#elements.has(subject)) return [subject];
    return this.#inZone.get(subject) ?? [];
  }

  /** Notes an element with its zone and every zone around that. */
  #note({ id, zone }: ElementView): void {
    const seen = new Set<string>();
    for (let at = zone; at !== undefined && !seen.has(at); at = this.#zoneOf.get(at)) {
      seen.add(at);
      const inside = this.#inZone.get(at);
      if (inside) inside.push(id);
      else this.#inZone.set(at, [id]);
    }
  }
}
