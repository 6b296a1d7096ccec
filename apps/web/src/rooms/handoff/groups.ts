// What is handed over, by what somebody ships: everything, each feature, each component.
import { type Document, modelSubject, type Specification } from "@parapet/core";
import type { TFunction } from "i18next";

export interface Group {
  readonly kind: "all" | "feature" | "component";
  /** What a signature names: a feature or component by its id, or the stage. */
  readonly id: string;
  readonly title: string;
  readonly specifications: readonly Specification[];
  /** The things that belong to it; undefined for everything. */
  readonly things: ReadonlySet<string> | undefined;
}

/** What a group is called, so that no two are called alike: everything is not the system by itself. */
export function nameOfGroup({ kind, id, title }: Group, t: TFunction): string {
  if (kind === "all") return t("handoff.group.all");
  return id === modelSubject ? t("handoff.group.whole", { system: title }) : title;
}

/** What kind of group it is, in a word; of everything, which system it is of. */
export function kindOfGroup({ kind, title }: Group, t: TFunction): string {
  return kind === "all" ? title : t(`handoff.group.${kind}`);
}

/** The id under which everything is signed off. */
export const everything = "handoff";

/** Everything first, then each feature, then the components with most to do. */
export function groupsOf(
  document: Document,
  specifications: readonly Specification[],
  system: string,
): readonly Group[] {
  const all: Group = { kind: "all", id: everything, title: system, specifications, things: undefined };
  return [all, ...featureGroups(document, specifications), ...componentGroups(specifications)];
}

/** A group per feature, also of one that nothing is specified for yet: what it adds and changes. */
function featureGroups({ model }: Document, specifications: readonly Specification[]): readonly Group[] {
  return Object.entries(model.features ?? {}).map(([id, { title, adds = [], changes = [] }]) => {
    const things = new Set([...adds, ...changes]);
    const own = specifications.filter(
      ({ feature, on }) =>
        feature?.id === id || on.some((thing) => things.has(thing.id) || things.has(thing.component)),
    );
    return { kind: "feature", id, title: title ?? id, specifications: own, things };
  });
}

function componentGroups(specifications: readonly Specification[]): readonly Group[] {
  const groups = new Map<
    string,
    { readonly title: string; readonly own: Specification[]; readonly things: Set<string> }
  >();
  for (const specification of specifications)
    for (const { id, title } of specification.components) {
      const group = groups.get(id) ?? { title, own: [], things: new Set([id]) };
      groups.set(id, group);
      group.own.push(specification);
      for (const thing of specification.on) if (thing.component === id) group.things.add(thing.id);
    }
  const todo = (own: readonly Specification[]) => own.filter(({ state }) => state !== "verified").length;
  return [...groups]
    .map(([id, { title, own, things }]): Group => ({ kind: "component", id, title, specifications: own, things }))
    .sort((a, b) => todo(b.specifications) - todo(a.specifications) || (a.title < b.title ? -1 : 1));
}
