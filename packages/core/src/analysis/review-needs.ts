// What people have to look at themselves: reviews, sign-offs and approvals, and what was only said of them so far.
import { criteriaDigest } from "../handoff/criteria-digest.ts";
import { several, titleOfThing } from "../model/called.ts";
import { changedSince, type ThingsDigest } from "../model/digest.ts";
import type { Document } from "../model/document.ts";
import { isTeamEngineer } from "../model/engineers.ts";
import { entriesByThreat } from "../model/entries.ts";
import type { Approval, Review } from "../model/register.ts";
import { reviewsOf } from "../model/reviews.ts";
import { claimedBy, isSpoken, spokenBy } from "../model/spoken.ts";
import { type Missing, need, type StageInput } from "./found.ts";
import type { AcceptanceView } from "./result.ts";

/** Quotes an argument for a POSIX shell. */
export function quote(text: string): string {
  return /^[A-Za-z0-9@._:/=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** There is something to review. */
export function isDrawn({ graph }: StageInput): boolean {
  return graph.elements.ids.length > 0;
}

/** A review counts when an engineer of the owning team made it and nothing that it covers changed since. */
export function reviewNeeds(input: StageInput, what: Review["what"], digest: () => ThingsDigest): readonly Missing[] {
  if (!isDrawn(input)) return [];
  const { document } = input;
  const byEngineers = (how: "done" | "said") =>
    reviewsOf(document, what, how).filter((review) => isTeamEngineer(document, spokenBy(review).by));
  const reviews = byEngineers("done");
  const claims = byEngineers("said");
  const present = reviews.length + claims.length === 0 ? undefined : digest();
  const changed =
    present && reviews.map((review) => changedSince(review, present)).sort((a, b) => a.length - b.length)[0];
  if (changed?.length === 0) return [];
  const said = present && claims.find((review) => changedSince(review, present).length === 0);
  if (said) return [confirmation(document, `review-${what}`, said, `review ${what}`, `reviews the ${what}`)];
  const since = changed ? `: ${several(changed, titlesOf(input, what, changed))} changed since the last review` : "";
  return [
    need(
      `review-${what}`,
      `An engineer of the owning team reviews the ${what}${since}`,
      "engineer",
      `review ${what} --as NAME`,
    ),
  ];
}

/** What the ids of a review are called: those of threats, or of things. */
function titlesOf({ document, threats }: StageInput, what: Review["what"], ids: readonly string[]) {
  if (what !== "threats") return (id: string) => titleOfThing(document, id);
  return threatTitles(threats, ids);
}

/** What threats are called in a sentence: quoted; an id that no threat has now stays what it is. */
function threatTitles(threats: StageInput["threats"], ids: readonly string[]): (id: string) => string {
  if (ids.length === 0) return (id) => id;
  const wanted = new Set(ids);
  const positions = threats.where(() => true).filter((at) => wanted.has(threats.id(at)));
  const titles = new Map(positions.map((at) => [threats.id(at), `“${threats.title(at)}”`]));
  return (id) => titles.get(id) ?? id;
}

/** An engineer of the owning team signs off the criteria as they are. */
export function signOffNeeds({ document, mitigations, criteria }: StageInput): readonly Missing[] {
  if (mitigations.length === 0) return [];
  const present = criteriaDigest(document, { mitigations, criteria }, "handoff");
  const all = Object.values(document.register?.["sign-offs"] ?? {}).filter(
    ({ what, by }) => what === "handoff" && isTeamEngineer(document, by),
  );
  const signed = all.filter((one) => !isSpoken(one));
  if (signed.some(({ digest }) => digest === present)) return [];
  const said = all.find((one) => isSpoken(one) && one.digest === present);
  if (said) return [confirmation(document, "sign-off", said, "sign-off handoff", "signs off what is handed over")];
  const since = signed.length > 0 ? "; the criteria changed since the last signature" : "";
  const say = `An engineer of the owning team signs off what is handed over${since}`;
  return [need("sign-off", say, "engineer", "sign-off handoff --as NAME")];
}

/** What the acceptances that do not count lack. */
export function acceptanceNeeds({ acceptances, threats }: StageInput): readonly Missing[] {
  const lacking = acceptances.filter(({ state }) => state !== "in-force");
  const title = threatTitles(
    threats,
    lacking.map(({ threat }) => threat),
  );
  return lacking.map((acceptance) => acceptanceNeed(acceptance, title(acceptance.threat)));
}

function acceptanceNeed({ threat, state, because, saidBy, assumption }: AcceptanceView, title: string): Missing {
  if (state === "expired") {
    const say = `The acceptance of ${title} is expired: accept it again or decide otherwise`;
    return need(`acceptance-${threat}`, say, "management", `accept ${threat} --owner NAME --why WHY --review DATE`);
  }
  const say = `The acceptance of ${title} is ${state}: ${because ?? ""}`;
  if (assumption !== undefined)
    return need(`acceptance-${threat}`, say, "management", `assume ${assumption} --confirm --review DATE`);
  const as = saidBy === undefined ? "NAME" : quote(saidBy);
  return need(`acceptance-${threat}`, say, saidBy ?? "management", `approve ${threat} --as ${as}`);
}

/** The approvals of entries that their person only said, by the threat as it is called today. */
export function saidApprovals(
  document: Document,
  entries: Readonly<Record<string, { readonly approved?: Approval | undefined }>> | undefined,
): ReadonlyMap<string, Approval> {
  const found = [...entriesByThreat(document, entries)].flatMap(([threat, { said }]) =>
    said ? [[threat, said] as const] : [],
  );
  return new Map(found);
}

/** The need that an approval which was only said be given, in place of the one to decide anew. */
export function approvalNeed(
  document: Document,
  id: string,
  { id: threat, title }: { readonly id: string; readonly title: string },
  said: ReadonlyMap<string, Approval>,
): Missing | undefined {
  const approval = said.get(threat);
  return approval && confirmation(document, `${id}-${threat}`, approval, `approve ${threat}`, `approves “${title}”`);
}

/** What a person only said waits for them to do it: with the command that does. */
export function confirmation(
  document: Document,
  id: string,
  said: Parameters<typeof spokenBy>[0],
  command: string,
  does: string,
): Missing {
  const { by } = spokenBy(said);
  return need(id, claimedBy(document, said, does), by, `${command} --as ${quote(by)}`);
}
