// An assumption: how it stands, what rests on it, who answers for it, and the three things that can be said of it.
import type { Threat } from "@parapet/core";
import { useTranslation } from "react-i18next";
import type { Consequence } from "../../data/consequence.ts";
import { usePeople } from "../../data/people.ts";
import { useSelect } from "../../data/selection.ts";
import { CertaintyMark } from "../../kit/certainty.tsx";
import {
  type Assumption,
  type AssumptionState,
  certaintyOfAssumption,
  type Resting,
  stateOfAssumption,
} from "./assumptions.ts";
import { Judging } from "./judging.tsx";
import { Owning } from "./owning.tsx";
import { NamedThreats, RestingThreats } from "./resting-threats.tsx";

interface AssumptionCardProps {
  readonly id: string;
  readonly assumption: Assumption;
  readonly now: string;
  readonly consequence: Consequence | undefined;
  readonly resting: readonly Resting[];
  /** Threats written down by hand that rest on it. */
  readonly threats: readonly Threat[];
}

export function AssumptionCard({ id, assumption, now, consequence, resting, threats }: AssumptionCardProps) {
  const { t } = useTranslation();
  const select = useSelect();
  const state = stateOfAssumption(assumption, now);
  return (
    <li id={`assumption-${id}`} className="rounded-lg border border-line bg-surface px-3 py-2.5">
      <div className="flex items-start gap-2">
        <span className="pt-1">
          <CertaintyMark certainty={certaintyOfAssumption[state]} />
        </span>
        <div className="min-w-0 flex-1">
          <button
            type="button"
            dir="auto"
            className="text-left text-sm font-medium leading-5 hover:underline"
            onClick={() => select({ kind: "assumption", id })}
          >
            {assumption.text}
          </button>
          <p className="text-xs text-soft">
            {assumption.kind && `${t(`scoping.assumptions.kind.${assumption.kind}`)} · `}
            <StateWords assumption={assumption} state={state} />
          </p>
          {assumption.why && state !== "holds" && (
            <p className="text-xs text-soft" dir="auto">
              “{assumption.why}”
            </p>
          )}
          <RestingThreats state={state} consequence={consequence} named={threats.length > 0} />
          <NamedThreats threats={threats} />
          {resting.map(({ about, say }) => (
            <p key={say} className="text-xs text-faint" dir="auto" title={about}>
              {say}
            </p>
          ))}
          <div className="mt-1.5 flex flex-wrap items-center gap-x-1.5 gap-y-1">
            <Owning id={id} assumption={assumption} now={now} />
            <Judging id={id} assumption={assumption} state={state} now={now} />
          </div>
        </div>
      </div>
    </li>
  );
}

function StateWords({ assumption, state }: { readonly assumption: Assumption; readonly state: AssumptionState }) {
  const { t } = useTranslation();
  const people = usePeople();
  const who = state === "holds" ? (assumption.by ?? assumption.owner) : assumption.by;
  if (state === "holds" && who === undefined) return t("scoping.assumptions.state.nobody");
  return t(`scoping.assumptions.state.${state}`, { who: who === undefined ? "?" : people.name(who) });
}
