// Which regulations the unsettled threats touch, with how many and how bad: those that the scope names, else those of the threats.
import { type Document, type Threat, type Tier, tierRank } from "@parapet/core";
import { backlogPlace, type Place } from "./backlog.ts";

export interface Touched {
  readonly id: string;
  readonly open: number;
  readonly asked: number;
  readonly claimed: number;
  /** The worst tier of what is open or asked. */
  readonly worst: Tier | undefined;
}

/** One line per regulation that the scope names; while it names none, one per regulation that some threat touches. Most threats first. */
export function regulationsTouched(document: Document, threats: readonly Threat[]): readonly Touched[] {
  const live = threats.filter((threat) => backlogPlace(threat) !== undefined);
  const named = document.model.scope?.regulations ?? [];
  const ids = named.length > 0 ? named : [...new Set(live.flatMap(({ regulations }) => regulations ?? []))];
  const lines = ids.map((id): Touched => {
    const own = live.filter(({ regulations }) => regulations?.includes(id));
    const count = (place: Place) => own.filter((threat) => backlogPlace(threat) === place).length;
    const raised = own.filter((threat) => backlogPlace(threat) !== "claimed");
    const worst = raised.map(({ tier }) => tier).sort((a, b) => tierRank(a) - tierRank(b))[0];
    return { id, open: count("open"), asked: count("asked"), claimed: count("claimed"), worst };
  });
  const total = ({ open, asked, claimed }: Touched) => open + asked + claimed;
  return lines.sort((a, b) => total(b) - total(a) || (a.id < b.id ? -1 : 1));
}
