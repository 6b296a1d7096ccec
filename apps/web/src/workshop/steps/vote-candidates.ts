// Which threats a workshop talks about: what is open or asked first, and among them what it wrote down itself. Pure.
import { isSevere, type Threat, tierRank, type Workshop } from "@parapet/core";

/** What still asks for work, and how soon it is talked about; a talk about anything else changes nothing that people see. */
const rank: Readonly<Partial<Record<Threat["status"], number>>> = {
  open: 0,
  asked: 0,
  assessed: 1,
  mitigating: 1,
  claimed: 2,
};

/** Threats in their order, and those that somebody claims are met: shown when they are asked for. */
export interface TalkedAbout {
  readonly first: readonly Threat[];
  readonly claimed: readonly Threat[];
}

/** The threats that this workshop wrote down. */
export function writtenHere({ notes = {} }: Pick<Workshop, "notes">): ReadonlySet<string> {
  return new Set(
    Object.values(notes).flatMap(({ outcome, threat }) =>
      outcome === "recorded" && threat !== undefined ? [threat] : [],
    ),
  );
}

/** The threats that this workshop touched: written down, linked to a note, voted on. */
export function touchedHere(workshop: Pick<Workshop, "notes" | "votes">): ReadonlySet<string> {
  const linked = Object.values(workshop.notes ?? {}).flatMap(({ threat }) => (threat === undefined ? [] : [threat]));
  return new Set([...linked, ...Object.keys(workshop.votes ?? {})]);
}

/** The threats to vote on: those that were voted on in this workshop come last, of the others those written down in it first, then the worst. */
export function voteCandidates(
  threats: readonly Threat[],
  workshop: Workshop,
  focus: ReadonlySet<string> | undefined,
): TalkedAbout {
  const { votes = {} } = workshop;
  const written = writtenHere(workshop);
  const key = ({ id, tier, status, score }: Threat): readonly number[] => [
    Number(Object.hasOwn(votes, id)),
    rank[status] ?? 9,
    Number(!written.has(id)),
    tierRank(tier),
    Number(isSure(score)),
  ];
  const wanted = threats.filter(({ id, subject }) => focus === undefined || focus.has(subject) || written.has(id));
  return split(ordered(wanted, (threat) => [...key(threat), -threat.current]));
}

/** The critical and high threats that nobody decided on, and those that this workshop wrote down, however bad; first what it touched. */
export function undecided(
  threats: readonly Threat[],
  workshop: Workshop,
  focus: ReadonlySet<string> | undefined,
): TalkedAbout {
  const written = writtenHere(workshop);
  const touched = touchedHere(workshop);
  const wanted = threats.filter(
    ({ id, tier, status, subject, decision }) =>
      status !== "mitigating" &&
      decision === undefined &&
      !Object.hasOwn(workshop.decided ?? {}, id) &&
      (written.has(id) || (isSevere(tier) && (focus === undefined || focus.has(subject) || touched.has(id)))),
  );
  return split(ordered(wanted, ({ id, status }) => [Number(!touched.has(id)), rank[status] ?? 9]));
}

function split(threats: readonly Threat[]): TalkedAbout {
  return {
    first: threats.filter(({ status }) => status !== "claimed"),
    claimed: threats.filter(({ status }) => status === "claimed"),
  };
}

/** What asks for work, by these numbers one after another; what is equal stays as it was. */
function ordered(threats: readonly Threat[], key: (threat: Threat) => readonly number[]): readonly Threat[] {
  return threats
    .filter(({ status }) => rank[status] !== undefined)
    .map((threat, i) => ({ threat, key: [...key(threat), i] }))
    .sort((a, b) => a.key.reduce((sum, one, i) => sum || one - (b.key[i] ?? 0), 0))
    .map(({ threat }) => threat);
}

function isSure({ proposed, rescore }: Threat["score"]): boolean {
  return !proposed && rescore !== true;
}
