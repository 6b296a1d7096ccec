// A thing of the model: its title, edited in place, and the fields that say what it is, with where it was seen.
import type { ElementKind } from "@parapet/core";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Selectable, type Selection, useSelect } from "../../data/selection.ts";
import { call, send } from "../../data/workbench.ts";
import { IconButton } from "../../kit/button.tsx";
import { InlineText } from "../../kit/inline-text.tsx";
import { Line } from "./part.tsx";
import { Spans } from "./spans.tsx";
import { placeText, thingOf } from "./subject.ts";
import { titleOf } from "./title-of.ts";
import type { World } from "./world.ts";

/** Fields that name things, and what they name. */
const named: Readonly<Record<string, Selectable>> = {
  zone: "zone",
  "also-on": "zone",
  in: "zone",
  from: "element",
  to: "element",
  on: "element",
  holds: "data",
  carries: "data",
  returns: "data",
};
const shownFields = [
  "kind",
  "zone",
  "also-on",
  "in",
  "from",
  "to",
  "on",
  "protocol",
  "at",
  "technologies",
  "holds",
  "carries",
  "returns",
  "authentication",
  "classification",
  "tenancy",
  "state",
  "description",
] as const;
type ShownField = (typeof shownFields)[number];
const editable = new Set<Selectable>(["element", "flow", "zone", "entry-point", "dependency", "data", "role"]);

export function WhatThing({ selection, world }: { readonly selection: Selection; readonly world: World }) {
  const { t } = useTranslation();
  const select = useSelect();
  const { kind, id } = selection;
  const title = titleOf(selection, world);
  const thing = thingOf(world.document, id)?.value;
  const said = (field: ShownField, value: unknown) =>
    kind === "element" && field === "kind" ? t(`words.elementKind.${value as ElementKind}`) : value;
  const remove = async () => {
    const done = await send(t("inspector.removed", { title }), call("remove-thing", { id }));
    if (done.ok) select();
  };
  return (
    <>
      {editable.has(kind) && thing && (
        <div className="mb-1 flex items-center gap-1">
          <InlineText
            label={t("inspector.title")}
            value={title}
            save={(value) =>
              send(t("inspector.rename", { title: value }), call("set-field", { id, field: "title", value }))
            }
          />
          <IconButton label={t("inspector.remove")} onClick={() => void remove()}>
            <Trash2 size={15} />
          </IconButton>
        </div>
      )}
      <dl>
        {shownFields.flatMap((field) => {
          const value = thing?.[field];
          return value === undefined
            ? []
            : [<Field key={field} field={field} value={said(field, value)} world={world} />];
        })}
        {thing?.seen !== undefined && (
          <Line name={t("inspector.seen")}>
            <code className="font-mono text-xs">{placeText(thing.seen)}</code>
          </Line>
        )}
      </dl>
      <Spans selection={selection} world={world} />
      {!thing && <p className="font-mono text-xs text-faint">{id}</p>}
    </>
  );
}

function Field({
  field,
  value,
  world,
}: {
  readonly field: ShownField;
  readonly value: unknown;
  readonly world: World;
}) {
  const { t } = useTranslation();
  const select = useSelect();
  const kind = named[field];
  const values = Array.isArray(value) ? value.map(String) : [String(value)];
  return (
    <Line name={t(`inspector.field.${field}`)}>
      {values.length === 0 && t("words.none")}
      {values.map((one, i) => (
        <span key={one}>
          {i > 0 && ", "}
          {kind ? (
            <button
              type="button"
              className="text-left text-accent hover:underline"
              onClick={() => select({ kind, id: one })}
            >
              {titleOf({ kind, id: one }, world)}
            </button>
          ) : (
            <span dir="auto">{one}</span>
          )}
        </span>
      ))}
    </Line>
  );
}
