// The threats that a control would be chosen against: open ones marked, asked ones not; each can be decided otherwise in place.
import { type ControlCase, type Threat, ThreatRisks } from "@parapet/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../data/selection.ts";
import { Button } from "../../kit/button.tsx";
import { StatusChip, TierChip } from "../../kit/chips.tsx";
import { Section } from "../../kit/layout.tsx";
import type { FullWorld } from "./control-detail.tsx";
import { DecideForm } from "./decide-form.tsx";

/** So many lines are drawn at a time. */
const page = 60;

export interface AgainstListProps {
  readonly of: ControlCase;
  readonly marked: ReadonlySet<string>;
  readonly mark: (ids: ReadonlySet<string>) => void;
  readonly world: FullWorld;
}

export function AgainstList({ of, marked, mark, world }: AgainstListProps) {
  const { control, open, asked } = of;
  const risks = useMemo(() => new ThreatRisks(world), [world]);
  const card = world.knowledge.controls.find(({ id }) => id === control);
  const after = (threat: Threat) => (card ? Math.round(risks.after(threat, card).risk) : 0);
  const part = (name: "open" | "asked", ids: readonly string[]) =>
    ids.length > 0 && <Lines name={name} ids={ids} marked={marked} mark={mark} after={after} world={world} />;
  return (
    <>
      {part("open", open)}
      {part("asked", asked)}
    </>
  );
}

interface LinesProps extends Omit<AgainstListProps, "of"> {
  readonly name: "open" | "asked";
  readonly ids: readonly string[];
  readonly after: (threat: Threat) => number;
}

/** The first lines, and more when they are wanted: all of them can be marked at once, drawn or not. */
function Lines({ name, ids, marked, mark, after, world }: LinesProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(page);
  const all = ids.every((id) => marked.has(id));
  const turnAll = () => mark(new Set(all ? [...marked].filter((id) => !ids.includes(id)) : [...marked, ...ids]));
  return (
    <Section
      title={t(`mitigation.detail.${name}`)}
      note={
        <button type="button" className="min-h-6 hover:underline" onClick={turnAll}>
          {all ? t("mitigation.detail.none") : t("mitigation.detail.all")}
        </button>
      }
    >
      <ul className="max-h-64 divide-y divide-line overflow-y-auto rounded-md border border-line bg-surface">
        {ids.slice(0, shown).flatMap((id) => {
          const threat = world.views.threat.get(id);
          if (!threat) return [];
          const turn = () => mark(turned(marked, id));
          return [<Line key={id} threat={threat} after={after(threat)} marked={marked.has(id)} turn={turn} />];
        })}
        {ids.length > shown && (
          <li className="px-2 py-1.5">
            <button
              type="button"
              className="text-xs text-accent hover:underline"
              onClick={() => setShown(shown + page)}
            >
              {t("inspector.more", { count: ids.length - shown })}
            </button>
          </li>
        )}
      </ul>
    </Section>
  );
}

interface LineProps {
  readonly threat: Threat;
  readonly after: number;
  readonly marked: boolean;
  readonly turn: () => void;
}

function Line({ threat, after, marked, turn }: LineProps) {
  const { t } = useTranslation();
  const select = useSelect();
  const [deciding, setDeciding] = useState(false);
  const { id, title, tier, status, strength, current } = threat;
  return (
    <li className="px-2 py-1.5 text-sm">
      <div className="flex items-start gap-2">
        <input
          type="checkbox"
          checked={marked}
          onChange={turn}
          aria-label={t("mitigation.detail.threat", { title, before: Math.round(current), after })}
          className="mt-1 accent-accent"
        />
        <TierChip tier={tier} />
        <button
          type="button"
          className="min-w-0 flex-1 text-left hover:underline"
          onClick={() => select({ kind: "threat", id })}
          title={title}
        >
          <span className="line-clamp-2" dir="auto">
            {title}
          </span>
        </button>
        <span className="shrink-0 text-xs text-soft">
          {Math.round(current)} → {after}
        </span>
      </div>
      <div className="flex items-center gap-3 pl-6">
        <StatusChip status={status} strength={strength} />
        <Button look="quiet" aria-expanded={deciding} onClick={() => setDeciding(!deciding)}>
          {t("mitigation.detail.otherwise")}
        </Button>
      </div>
      {deciding && <DecideForm threat={threat} done={() => setDeciding(false)} />}
    </li>
  );
}

function turned(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
