// Facts about dependencies and about the system as a whole.
import type { DependencyKind } from "../../model/vocabulary.ts";
import { D_NO, D_UNKNOWN, D_YES, derivedByte } from "./code.ts";
import { type DerivedFact, derived, type View } from "./derived.ts";
import type { Space } from "./space.ts";

function dependencyKind(kind: DependencyKind): DerivedFact {
  return derived(`is-${kind}`, ["dependency"], `{subject} is of kind ${kind}`, ({ graph }) => (i) => {
    const stated = graph.dependencies.entries[i]?.value.kind;
    return derivedByte(stated === undefined ? undefined : stated === kind);
  });
}

/** Is some byte of another fact yes? With `open`, nothing declared, or something that is not told, is unknown. */
function some(fact: string, space: Space, open: boolean) {
  return ({ column }: View) =>
    () => {
      const bytes = column(fact, space);
      if (bytes.includes(D_YES)) return D_YES;
      return open && (bytes.length === 0 || bytes.includes(D_UNKNOWN)) ? D_UNKNOWN : D_NO;
    };
}

export const wholeFacts: readonly DerivedFact[] = [
  derived(
    "has-flows",
    ["model"],
    "{subject} exchanges data",
    ({ graph }) =>
      () =>
        derivedByte(graph.flowFrom.length > 0),
  ),
  ...(["library", "image", "external-service", "platform", "model", "build-tool"] as const).map(dependencyKind),
  derived(
    "version-known",
    ["dependency"],
    "the version of {subject} is known",
    ({ graph }) =>
      (i) =>
        derivedByte(graph.dependencies.entries[i]?.value.version !== undefined),
  ),
  derived(
    "names-third-party",
    ["model"],
    "the model names a third party",
    ({ graph, column }) =>
      () =>
        derivedByte(graph.dependencies.ids.length > 0 || column("third-party-run", "element").includes(D_YES)),
  ),
  derived("has-personal-data", ["model"], "the system handles personal data", some("is-personal", "data", true)),
  derived(
    "has-audit-data",
    ["model"],
    "{subject} keeps an audit trail apart from what it records",
    ({ graph }) =>
      () =>
        derivedByte(graph.data.entries.some(({ value }) => value.kinds?.includes("audit-log") ?? false)),
  ),
  derived(
    "has-internet-entry",
    ["model"],
    "the system is reached from a zone that we do not control",
    some("internet-facing", "element", false),
  ),
];
