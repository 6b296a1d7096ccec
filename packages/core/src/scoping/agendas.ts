// The agendas that workshops start from, as data, each part with its reason. The last quarter belongs to decisions and tickets.
import type { AgendaItem, WorkshopKind, WorkshopStep } from "../model/workshop.ts";

/** Why a part of an agenda is there, and where that is from. */
export interface StepReason {
  readonly why: string;
  readonly source?: string;
}

const manifesto = "Threat Modeling Manifesto, 2020";
const shostack = "Shostack, Threat Modeling: Designing for Security, 2014";

/** Each step with its reason. */
export const stepReasons: Readonly<Record<WorkshopStep, StepReason>> = {
  welcome: {
    why: "Who is here, and as what, decides which questions can be answered today and whether the result can be signed off.",
    source: manifesto,
  },
  scope: {
    why: "What is in and what is out is said before anything is drawn: “What are we building?”",
    source: shostack,
  },
  features: { why: "Ten quick questions per feature tell which one to model first; an hour is enough for one." },
  assumptions: {
    why: "What is taken for granted is where models are wrong without anybody noticing; each assumption gets an owner and a date.",
    source: shostack,
  },
  diagram: {
    why: "The people who built it see within minutes what a drawing has wrong; everything later rests on it.",
    source: shostack,
  },
  surface: { why: "Every place where somebody comes in is named, with who may, before attacks are thought of." },
  questions: {
    why: "Known gaps are settled by asking, the one that hides most risk first; one answer often settles several threats.",
  },
  brainstorm: {
    why: "Everybody writes alone and in silence first: groups that talk at once have fewer ideas than the same people apart.",
    source: "Diehl and Stroebe, Productivity Loss in Brainstorming Groups, 1987",
  },
  grouping: {
    why: "Notes that mean the same are put together and held against the threats that are known, so that none is lost or counted twice.",
    source: "Delbecq, Van de Ven and Gustafson, Group Techniques for Program Planning, 1975",
  },
  votes: {
    why: "Votes turned over together keep the first or loudest from deciding; the talk is about the spread, not about the mean.",
    source: "Grenning, Planning Poker, 2002",
  },
  specifications: { why: "Who will build it reads what is asked, for the stack in use, and says what is not clear." },
  decisions: {
    why: "A threat without a decision is a list; each gets one here, or an owner who brings it.",
    source: manifesto,
  },
  tickets: {
    why: "What has no ticket is not done: the last minutes go to the critical and high threats that have none.",
  },
  "sign-off": {
    why: "A senior engineer of the owning team says that this is what was agreed, while everybody is here.",
  },
};

type Part = readonly [step: WorkshopStep, title: string, minutes: number];

/** What is done in an hour, by kind. The last fifteen minutes are kept for what comes out of it. */
const hours: Readonly<Record<WorkshopKind, readonly Part[]>> = {
  scoping: [
    ["welcome", "Who is here, and why", 5],
    ["scope", "What it is for, what is in, what is out", 15],
    ["features", "Which features, and which is the riskiest", 15],
    ["assumptions", "What we take for granted", 10],
    ["decisions", "What we decided", 10],
    ["sign-off", "Who owns what by when; sign-off", 5],
  ],
  "decomposition-review": [
    ["welcome", "Who is here, and why", 5],
    ["diagram", "Is this how it is built?", 20],
    ["surface", "Where can somebody come in, and who may?", 10],
    ["questions", "What the drawing cannot tell", 10],
    ["decisions", "What we decided", 10],
    ["sign-off", "Who reviews what by when; sign-off", 5],
  ],
  enumeration: [
    ["welcome", "Who is here, and why", 5],
    ["questions", "What we do not know, by the risk it hides", 10],
    ["brainstorm", "What can go wrong? In silence, one note each", 10],
    ["grouping", "Notes put together and held against what is known", 10],
    ["votes", "How bad, how likely: votes on the worst", 10],
    ["decisions", "What we do about it", 8],
    ["tickets", "Tickets for what is critical or high", 5],
    ["sign-off", "Sign-off", 2],
  ],
  handoff: [
    ["welcome", "Who is here, and why", 5],
    ["specifications", "What is asked, read by who builds it", 25],
    ["votes", "Scores that are in doubt", 5],
    ["questions", "What is not clear yet", 10],
    ["decisions", "What we decided", 5],
    ["tickets", "A ticket, an owner and a date for each", 8],
    ["sign-off", "Sign-off", 2],
  ],
};

/** The steps that the last part of a workshop is kept for. */
export const closingSteps: readonly WorkshopStep[] = ["decisions", "tickets", "sign-off"];

/** The agenda of a workshop of this kind that lasts so many minutes: an hour's, stretched or shortened to whole minutes, none under one. */
export function agendaFor(kind: WorkshopKind, minutes = 60): readonly AgendaItem[] {
  const parts = hours[kind];
  const total = parts.reduce((sum, [, , own]) => sum + own, 0);
  const wanted = Math.max(parts.length, Math.round(minutes));
  const exact = parts.map(([, , own]) => (own * wanted) / total);
  const whole = exact.map((own) => Math.max(1, Math.floor(own)));
  for (let left = wanted - whole.reduce((sum, own) => sum + own, 0); left !== 0; left -= Math.sign(left)) {
    const at = nextPart(exact, whole, Math.sign(left));
    whole[at] = (whole[at] as number) + Math.sign(left);
  }
  return parts.map(([step, title], i) => ({ title, minutes: whole[i] as number, step }));
}

/** The part that is furthest below its share, or above it while it can spare a minute; of equal ones the later. */
function nextPart(exact: readonly number[], whole: readonly number[], sign: number): number {
  let best = -1;
  const missing = (i: number) => sign * ((exact[i] as number) - (whole[i] as number));
  for (let i = 0; i < exact.length; i++)
    if ((sign > 0 || (whole[i] as number) > 1) && (best < 0 || missing(i) >= missing(best))) best = i;
  return best;
}
