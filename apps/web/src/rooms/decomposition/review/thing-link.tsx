// The name of a thing that opens it in the inspector, whatever kind of thing it is.
import { type Document, effective } from "@parapet/core";
import { type Selectable, useSelect } from "../../../data/selection.ts";

const kinds: Readonly<Record<string, Selectable>> = {
  elements: "element",
  flows: "flow",
  zones: "zone",
  "entry-points": "entry-point",
  dependencies: "dependency",
  data: "data",
};

interface ThingLinkProps {
  readonly id: string;
  readonly name: string;
  readonly document: Document;
  readonly gone?: boolean;
}

export function ThingLink({ id, name, document, gone = false }: ThingLinkProps) {
  const select = useSelect();
  const laid = effective(document);
  const kind = kinds[laid.collectionOf.get(id) ?? ""] ?? (laid.roles.has(id) ? "role" : undefined);
  if (gone || !kind)
    return (
      <span className="min-w-0 truncate" dir="auto" title={id}>
        {name}
      </span>
    );
  return (
    <button
      type="button"
      dir="auto"
      title={id}
      className="min-w-0 truncate text-left hover:underline"
      onClick={() => select({ kind, id })}
    >
      {name}
    </button>
  );
}
