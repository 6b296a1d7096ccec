// What has to hold before each stage is left: one check per exit criterion of workflow.ts, each need with the command that meets it.
import { questionsWhere, scopingQuestions, unansweredQuestions } from "../enumeration/index.ts";
import { nameOfCriterion } from "../model/called.ts";
import { diagramDigest, surfaceDigest, threatsDigest } from "../model/digest.ts";
import { teamEngineers } from "../model/engineers.ts";
import { isSevere } from "../model/vocabulary.ts";
import type { SpokenOf } from "../workflow.ts";
import { type Check, type Missing, need, type StageInput, severeThreats, these } from "./found.ts";
import type { Criterion, Question, ScoreRecord } from "./result.ts";
import {
  acceptanceNeeds,
  approvalNeed,
  isDrawn,
  quote,
  reviewNeeds,
  saidApprovals,
  signOffNeeds,
} from "./review-needs.ts";
import { seniorNeeds, workshopSignOffNeeds } from "./workshop-needs.ts";

/** Why a required criterion does not count as shown. */
const unshown: Readonly<Record<Criterion["verdict"], string>> = {
  passed: "shown",
  failed: "it failed",
  stale: "shown too long ago",
  missing: "never shown",
};

/** The checks that list their needs one by one. */
const listed: Readonly<Record<string, (input: StageInput) => readonly Missing[]>> = {
  "scoping/purpose": ({ document }) =>
    document.model.scope?.purpose
      ? []
      : [need("purpose", "Say what the system is for", "product", "scope --purpose 'What the system does, for whom'")],
  "scoping/scope": ({ document }) => {
    const { in: inside, out } = document.model.scope ?? {};
    return [
      ...(inside?.length
        ? []
        : [need("in-scope", "Say what is in scope", "architect", "scope --in 'What is modelled'")]),
      ...(out === undefined
        ? [
            need(
              "out-of-scope",
              "Say what is out of scope, and why",
              "architect",
              "scope --out 'What is not' --why 'Why not'",
            ),
          ]
        : []),
      ...(out ?? [])
        .filter((item) => !item.why)
        .map((item) =>
          need(
            `out-why-${item.what}`,
            `Say why ${item.what} is out of scope`,
            "architect",
            `scope --out ${quote(item.what)} --why 'Why not'`,
          ),
        ),
    ];
  },
  "scoping/senior-engineer": (input) => [
    ...([...teamEngineers(input.document).values()].some((person) => person.senior === "yes")
      ? []
      : [
          need(
            "senior-engineer",
            "Name a senior engineer of the owning team who takes part",
            "management",
            `participant NAME --team ${quote(input.document.model.scope?.team ?? "TEAM")} --job engineer --senior`,
          ),
        ]),
    ...seniorNeeds(input),
  ],
  "scoping/assumptions": ({ document, now }) =>
    Object.entries(document.model.assumptions ?? {})
      .filter(
        ([, assumption]) =>
          assumption.state !== "refuted" && !(assumption.owner && assumption.review && assumption.review >= now),
      )
      .map(([id, { text }]) =>
        need(
          `assumption-${id}`,
          `Give the assumption “${text}” an owner and a review date that is not past`,
          "architect",
          `assume ${id} --owner NAME --review DATE`,
        ),
      ),
  "scoping/named": ({ questions }) =>
    questionsWhere(questions, (at) => questions.isAboutModel(at))
      .map((at) => questions.record(at))
      .filter((question) => Object.hasOwn(scopingQuestions, question.fact))
      .map((question) =>
        need(question.id, question.text, question.for, `answer ${question.id} no --why 'There is none, because …'`),
      ),
  "decomposition/diagram-reviewed": (input) =>
    isDrawn(input)
      ? reviewNeeds(input, "diagram", () => diagramDigest(input.document))
      : [need("draw", "Draw what the system consists of", "engineer", "element add NAME --kind process")],
  "decomposition/surface-reviewed": (input) => reviewNeeds(input, "surface", () => surfaceDigest(input.document)),
  "enumeration/examined": ({ unexamined }) =>
    unexamined.map(({ subject, kind, category }) =>
      need(
        `examine-${category}-${kind}-${subject}`,
        `No rule speaks to ${category} on ${subject}: say what can go wrong`,
        "security",
        `threat add 'What can go wrong' --on ${subject} --category ${category}`,
      ),
    ),
  "enumeration/threats-reviewed": (input) =>
    reviewNeeds(input, "threats", () =>
      threatsDigest(input.threats.records().filter((threat) => threat.finding !== "orphaned")),
    ),
  "handoff/tickets": ({ mitigations }) =>
    mitigations
      .filter(({ state }) => state !== "verified")
      .flatMap((mitigation) => {
        const missing = [
          mitigation.owner ? "" : "--owner NAME",
          mitigation.due ? "" : "--due DATE",
          mitigation.ticket ? "" : "--ticket URL",
        ].filter(Boolean);
        const criteria = mitigation.criteria.length > 0 ? [] : ["--criterion 'How it is tested'"];
        const flags = [...missing, ...criteria];
        return flags.length === 0
          ? []
          : [
              need(
                `ticket-${mitigation.id}`,
                `“${mitigation.title}” lacks ${flags.map((flag) => flag.split(" ")[0]?.slice(2)).join(", ")}`,
                "engineer",
                `mitigate ${mitigation.id} ${flags.join(" ")}`,
              ),
            ];
      }),
  "handoff/signed-off": (input) => [...signOffNeeds(input), ...workshopSignOffNeeds(input)],
  "validation/fresh": ({ criteria, mitigations, threats }) => {
    const accepted = new Set(threats.where(({ status }) => status === "accepted").map((at) => threats.id(at)));
    const open = new Set(
      mitigations.filter(({ threats: ids }) => ids.some((id) => !accepted.has(id))).map(({ id }) => id),
    );
    const titles = new Map(mitigations.map(({ id, title }) => [id, title]));
    return criteria
      .filter((criterion) => criterion.required && criterion.verdict !== "passed" && open.has(criterion.mitigation))
      .map((criterion) =>
        need(
          `evidence-${criterion.id}`,
          `Show “${nameOfCriterion(criterion.id)}” of “${titles.get(criterion.mitigation)}” (${unshown[criterion.verdict]})`,
          "engineer",
          `evidence ${criterion.id} --passed --method HOW --performer NAME --commit ID --saw WHAT`,
        ),
      );
  },
  "maintenance/current": acceptanceNeeds,
};

/** The checks over threats and questions, of which a large model has thousands. */
const ranked: Readonly<Record<string, Check>> = {
  "enumeration/questions": ({ questions }) => {
    const unanswered = unansweredQuestions(questions);
    const write = ({ id, text, for: job, riskHeld }: Question) => need(id, text, job, `answer ${id} VALUE`, riskHeld);
    return {
      size: unanswered.length,
      risk: (k) => questions.riskHeld(unanswered[k] as number),
      need: (k) => write(questions.record(unanswered[k] as number)),
    };
  },
  "scoring/confirmed": ({ threats, scores, document }) => {
    const said = saidApprovals(document, document.register?.scores);
    return severeThreats(
      threats,
      (shared) => !isConfirmed(scores[shared.score] as ScoreRecord),
      (at, { tier }) =>
        approvalNeed(document, "score", { id: threats.id(at), title: threats.title(at) }, said) ??
        need(
          `score-${threats.id(at)}`,
          `Confirm or change the score of “${threats.title(at)}” (${tier})`,
          "security",
          `score ${threats.id(at)} --confirm`,
        ),
    );
  },
  "mitigation/decided": ({ threats, document }) => {
    const said = saidApprovals(document, document.register?.decisions);
    return severeThreats(
      threats,
      ({ mitigations, decision }) => !(mitigations?.length || decision === "mitigate" || decision === "avoid"),
      (at, { tier }) =>
        approvalNeed(document, "mitigate", { id: threats.id(at), title: threats.title(at) }, said) ??
        need(
          `mitigate-${threats.id(at)}`,
          `Decide on “${threats.title(at)}” (${tier})`,
          "engineer",
          mitigateCommand(threats.id(at), threats.controls(at)[0]),
        ),
    );
  },
};

/** One check per exit criterion of workflow.ts, by `stage/criterion`. A law compares the two lists. */
export const checks: Readonly<Record<string, Check>> = {
  ...Object.fromEntries(
    Object.entries(listed).map(([id, check]) => [id, (input: StageInput) => these(check(input))] as const),
  ),
  ...ranked,
};

/** Whether there is any of what a criterion speaks of. */
export const anyOf: Readonly<Record<SpokenOf, (input: StageInput) => boolean>> = {
  drawing: isDrawn,
  "severe-threats": ({ threats }) =>
    threats.where(({ tier, finding }) => isSevere(tier) && finding === "open").length > 0,
  mitigations: ({ mitigations }) => mitigations.length > 0,
  "required-criteria": ({ criteria }) => criteria.some(({ required }) => required),
  "what-is-kept": ({ document: { register } }) =>
    [register?.reviews, register?.acceptances, register?.evidence].some((kept) => Object.keys(kept ?? {}).length > 0),
};

function isConfirmed(score: ScoreRecord): boolean {
  return !score.proposed && score.rescore !== true;
}

function mitigateCommand(threat: string, control: string | undefined): string {
  return control
    ? `mitigate ${control} --threats ${threat} --owner NAME --due DATE`
    : `mitigate --title 'What will be done' --criterion 'How it is tested' --threats ${threat} --owner NAME --due DATE`;
}
