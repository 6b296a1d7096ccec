// Threats that wait for a decision, each decided in place; the selected one is opened.
import type { Threat } from "@parapet/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import { paneFocus } from "../../frame/panes.ts";
import { TierChip } from "../../kit/chips.tsx";
import { Section } from "../../kit/layout.tsx";
import { DecideForm } from "./decide-form.tsx";
import type { Decided } from "./decided.ts";

const first = 12;

export interface WaitingDecisionsProps {
  readonly threats: readonly Threat[];
  /** What was decided of some of them before, and does not count any more. */
  readonly lapsed: ReadonlyMap<string, Decided>;
  /** The threat that somebody came here to decide on. */
  readonly selected: Threat | undefined;
}

export function WaitingDecisions({ threats, lapsed, selected }: WaitingDecisionsProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string>();
  const [closed, setClosed] = useState<string>();
  const others = threats.filter(({ id }) => id !== selected?.id);
  const listed = selected ? [selected, ...others] : others;
  const shown = all ? listed : listed.slice(0, first);
  const isOpen = (id: string) => open === id || (selected?.id === id && closed !== id);
  const turn = (id: string) => {
    const wasOpen = isOpen(id);
    setOpen(wasOpen ? undefined : id);
    setClosed(wasOpen ? id : undefined);
  };
  const list = useRef<HTMLUListElement>(null);
  // The form takes the keyboard with it when it closes: its line gets it back.
  const close = (id: string) => {
    turn(id);
    const lines = [...(list.current?.querySelectorAll<HTMLElement>("[data-turns]") ?? [])];
    lines.find(({ dataset }) => dataset.turns === id)?.focus();
  };
  return (
    <Section title={t("mitigation.decide.waits")} {...(threats.length > 0 && { note: threats.length })}>
      {listed.length === 0 ? (
        <p className="text-xs text-faint">{t("mitigation.decide.waitsNone")}</p>
      ) : (
        <ul ref={list} className="divide-y divide-line rounded-lg border border-line bg-surface">
          {shown.map((threat) => (
            <li
              key={threat.id}
              className="px-3 py-2 text-sm"
              data-waits={threat.id}
              {...(threat === selected && { tabIndex: -1, [paneFocus]: "" })}
            >
              <button
                type="button"
                aria-expanded={isOpen(threat.id)}
                data-turns={threat.id}
                onClick={() => turn(threat.id)}
                className="flex w-full items-start gap-2 text-left hover:underline"
              >
                <TierChip tier={threat.tier} />
                <span className="min-w-0 flex-1" dir="auto">
                  {threat.title}
                </span>
                <span className="text-xs text-soft">{Math.round(threat.current)}</span>
              </button>
              <Lapsed one={lapsed.get(threat.id)} />
              {isOpen(threat.id) && <DecideForm threat={threat} done={() => close(threat.id)} />}
            </li>
          ))}
        </ul>
      )}
      {listed.length > shown.length && (
        <button type="button" className="mt-1 text-xs text-accent hover:underline" onClick={() => setAll(true)}>
          {t("inspector.more", { count: listed.length - shown.length })}
        </button>
      )}
    </Section>
  );
}

/** What was decided before, and until when it counted. */
function Lapsed({ one }: { readonly one: Decided | undefined }) {
  const { t } = useTranslation();
  const people = usePeople();
  if (one?.counting !== "lapsed") return null;
  const { kind, by, review = one.on } = one;
  return (
    <p className="text-xs text-soft" dir="auto">
      {t("mitigation.decided.lapsed", { kind: t(`mitigation.decide.kind.${kind}`), by: people.name(by), review })}
    </p>
  );
}
