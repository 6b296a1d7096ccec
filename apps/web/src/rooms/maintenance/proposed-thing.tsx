// One thing of a proposal: taken or left, where files show it, what would be, and for a new one its name and zone to change.
import { effective, nameOfValue, type ProposedThing } from "@parapet/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { ChoiceField, TextField } from "../../kit/field.tsx";
import { roleNames } from "../decomposition/surface/role-names.ts";
import { ChangeMark } from "./change-mark.tsx";
import { type ProposedRow, rowsOf } from "./proposed-rows.ts";

/** What a person makes of a new thing while taking it. */
export interface Altered {
  readonly title?: string;
  readonly zone?: string;
}

const kinds = ["elements", "flows", "zones", "entry-points", "data", "dependencies", "roles", "facts"] as const;
const renamed: ReadonlySet<string> = new Set(["elements", "flows", "zones", "entry-points", "data", "dependencies"]);

export function ProposedThingRow({
  thing,
  world,
  taken,
  take,
  altered,
  alter,
}: {
  readonly thing: ProposedThing;
  readonly world: World;
  readonly taken: boolean;
  readonly take: (taken: boolean) => void;
  readonly altered: Altered;
  readonly alter: (value: Altered) => void;
}) {
  const { t } = useTranslation();
  const box = useId();
  const [changing, setChanging] = useState(false);
  const { collection, id } = thing;
  const laid = effective(world.document);
  const proof = (value: string) => nameOfValue(world.knowledge, "authentication", value);
  const names = { thing: world.views.title, role: (id: string) => roleNames([id], laid), proof };
  const { change, title, rows, seen } = rowsOf(thing, names);
  const known = kinds.find((one) => one === collection) ?? "everything";
  const name = title ?? world.views.title(id);
  const kind = t(`maintenance.proposals.kind.${known}`);
  const isNew = change === "added" && renamed.has(collection);
  return (
    <li className="flex flex-col gap-1.5 px-3 py-2">
      <div className="flex items-start gap-2">
        <input
          id={box}
          type="checkbox"
          className="mt-1"
          checked={taken}
          onChange={({ target }) => take(target.checked)}
        />
        <span className="mt-1">
          <ChangeMark change={change} />
        </span>
        <label htmlFor={box} className="min-w-0 flex-1 text-sm" dir="auto">
          <span className="text-soft">{t(`maintenance.proposals.${change}`, { kind })}:</span>{" "}
          <span className="font-medium">{name}</span>
          {name !== id && <span className="ml-1 font-mono text-xs text-faint">{id}</span>}
        </label>
      </div>
      <div className="flex flex-col gap-1 pl-12">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-xs">
          {rows.map((row) => (
            <Row key={row.field} row={row} />
          ))}
        </dl>
        {seen.length > 0 && (
          <p className="text-xs text-faint">
            {seen.slice(0, 3).map((place) => (
              <code key={place} className="mr-2 inline-block font-mono">
                {place}
              </code>
            ))}
          </p>
        )}
        {isNew && taken && !changing && (
          <div>
            <Button look="quiet" className="-ml-2.5" onClick={() => setChanging(true)}>
              {t("maintenance.proposals.change")}
            </Button>
          </div>
        )}
        {isNew && taken && changing && (
          <div className="mt-1 grid grid-cols-1 gap-2 @sm:grid-cols-2">
            <TextField
              label={t("maintenance.proposals.name")}
              placeholder={name}
              value={altered.title ?? ""}
              onValue={(value) => alter({ ...altered, title: value })}
            />
            {collection === "elements" && (
              <ChoiceField
                label={t("maintenance.proposals.inZone")}
                value={altered.zone ?? ""}
                onValue={(value) => alter({ ...altered, zone: value })}
                choices={[
                  ["", rows.find(({ field }) => field === "zone")?.after ?? t("maintenance.proposals.noZone")],
                  ...world.analysis.zones.map((zone) => [zone.id, zone.title] as const),
                ]}
              />
            )}
          </div>
        )}
      </div>
    </li>
  );
}

function Row({ row: { field, before, after } }: { readonly row: ProposedRow }) {
  return (
    <>
      <dt className="text-faint">{field.replaceAll("-", " ")}</dt>
      <dd className="min-w-0" dir="auto">
        {before !== undefined && <del className="text-soft">{before}</del>}
        {before !== undefined && after !== undefined && " "}
        {after !== undefined && <ins className="no-underline">{after}</ins>}
      </dd>
    </>
  );
}
