// What the four members answer for: the one list. Each entry points at what fulfils it, or says what is planned.
// test/every-responsibility.test.ts fails when a pointer leads nowhere.
import type { MemberId, StageId } from "@parapet/core";

/** What does the work: commands of core, verbs of the command line, artifacts of the reports. */
export interface FulfilledBy {
  readonly commands?: readonly string[];
  readonly verbs?: readonly string[];
  readonly artifacts?: readonly string[];
}

/** One thing that a member answers for. */
export interface Responsibility {
  readonly id: string;
  readonly member: MemberId;
  readonly stage: StageId;
  readonly say: string;
  readonly by?: FulfilledBy;
  /** Not there yet: what it will be, in a sentence. */
  readonly planned?: string;
}

type Entry = Omit<Responsibility, "member">;

const architect: readonly Entry[] = [
  {
    id: "scope-and-out-of-scope",
    stage: "scoping",
    say: "Write down what the model covers, and what it leaves out and why",
    by: { commands: ["set-scope", "add-in-scope", "add-out-of-scope", "remove-scope-item"], verbs: ["scope"] },
  },
  {
    id: "assumptions",
    stage: "scoping",
    say: "Keep every assumption with what rests on it, an owner and a review date, and let it be challenged",
    by: {
      commands: [
        ...["add-assumption", "own-assumption", "challenge-assumption", "confirm-assumption", "refute-assumption"],
        ...["link-assumption", "unlink-assumption"],
      ],
      verbs: ["assume"],
    },
  },
  {
    id: "features-by-risk",
    stage: "scoping",
    say: "Rank features by ten quick questions, so that the first model is of the riskiest one",
    by: { commands: ["rate-feature"], verbs: ["feature"] },
  },
  {
    id: "participants",
    stage: "scoping",
    say: "Have a senior engineer of the owning team take part",
    by: { commands: ["add-participant"], verbs: ["participant"] },
  },
  {
    id: "attackers",
    stage: "scoping",
    say: "Name who attacks, from where, and with what capability",
    by: { commands: ["add-attacker"], verbs: ["attacker", "surface"], artifacts: ["surface"] },
  },
  {
    id: "what-drawings-leave-out",
    stage: "scoping",
    say: "Ask for the infrastructure, third parties, pipelines, secret stores and operator interfaces that a drawing leaves out",
    by: { commands: ["answer-question"], verbs: ["questions", "answer", "status"] },
  },
  {
    id: "decomposition",
    stage: "decomposition",
    say: "Take the system apart into external entities, processes, data stores, flows and data",
    by: {
      commands: [
        "add-element",
        "add-elements",
        "add-flow",
        "add-data",
        "duplicate-things",
        "set-field",
        "set-fields",
        "rename-thing",
        "remove-thing",
        "accept-observed",
      ],
      verbs: ["init", "discover", "element", "flow", "data", "copy", "set", "rename", "remove"],
    },
  },
  {
    id: "data-flow-diagram",
    stage: "decomposition",
    say: "Draw the data flow diagram with its trust boundaries, and have an engineer review it",
    by: {
      commands: ["review-diagram", "place-things", "unplace-things", "add-view", "set-view", "remove-view"],
      verbs: ["report", "review", "diagram", "view"],
      artifacts: ["data-flow-diagram"],
    },
  },
  {
    id: "trust-zones-and-crossings",
    stage: "decomposition",
    say: "Draw trust zones, and find every flow that crosses a border",
    by: {
      commands: ["add-zone", "move-to-zone"],
      verbs: ["zone", "move", "analyze"],
      artifacts: ["data-flow-diagram"],
    },
  },
  {
    id: "stride-per-element",
    stage: "enumeration",
    say: "Hold STRIDE against every element and flow, and say which cells were not examined",
    by: { verbs: ["analyze", "threats"], artifacts: ["stride"] },
  },
  {
    id: "stride-per-crossing",
    stage: "enumeration",
    say: "Hold all six categories against every crossing of a trust boundary",
    by: { verbs: ["analyze", "threats"], artifacts: ["stride"] },
  },
  {
    id: "questions",
    stage: "enumeration",
    say: "Ask what cannot be told from the model, the question that hides most risk first",
    by: { commands: ["answer-question", "settle-fact"], verbs: ["questions", "answer"] },
  },
  {
    id: "threats-by-hand",
    stage: "enumeration",
    say: "Take the threats that people think of; one sentence is enough",
    by: { commands: ["record-threat", "withdraw-threat"], verbs: ["threat"] },
  },
  {
    id: "views-of-threats",
    stage: "enumeration",
    say: "Keep the views by which people read the register, so that all of a team read the same",
    by: { commands: ["save-threat-view", "remove-threat-view"], verbs: ["threats"] },
  },
  {
    id: "explanations",
    stage: "enumeration",
    say: "Say of every threat why it is there, with the facts and where they come from",
    by: { verbs: ["explain", "rules"] },
  },
  {
    id: "threats-review",
    stage: "enumeration",
    say: "Have an engineer review the threats as they are now",
    by: { commands: ["review-threats"], verbs: ["review"] },
  },
  {
    id: "workshops",
    stage: "enumeration",
    say: "Run workshops in which a team finds threats together",
    by: {
      commands: [
        "plan-workshop",
        "set-workshop",
        "cancel-workshop",
        "start-workshop",
        "attend-workshop",
        "leave-workshop",
        "add-note",
        "group-notes",
        "set-note-about",
        "place-note",
        "keep-vote",
        "note-decision",
        "park-item",
        "unpark-item",
        "end-workshop",
        "sign-off-workshop",
      ],
      verbs: ["workshop"],
      artifacts: ["pack", "minutes"],
    },
  },
  {
    id: "weakness-and-pattern-references",
    stage: "enumeration",
    say: "Name the weaknesses (CWE) and attack patterns (CAPEC) behind each threat",
    by: { verbs: ["explain"], artifacts: ["register", "stride"] },
  },
  {
    id: "capec-gaps",
    stage: "enumeration",
    say: "Go through CAPEC for attack patterns that fit the system and that no threat names",
    planned: "CAPEC is walked per element, and patterns that no rule raises are offered as hand-written threats.",
  },
  {
    id: "attack-gaps",
    stage: "enumeration",
    say: "Go through ATT&CK and ATLAS for techniques that fit the system and that no threat names",
    planned: "Threats carry ATT&CK and ATLAS techniques, and those that fit and are missing are listed.",
  },
  {
    id: "linddun",
    stage: "enumeration",
    say: "Find privacy threats by LINDDUN",
    planned: "LINDDUN rules on elements, flows and data that are about people, beside the STRIDE ones.",
  },
  {
    id: "pasta",
    stage: "enumeration",
    say: "Simulate attacks from business objectives as PASTA does, with attack trees and paths",
    planned: "Attack paths from attackers to assets are computed over the crossings, and shown as trees.",
  },
  {
    id: "scenario-library",
    stage: "enumeration",
    say: "Keep a library of threat scenarios that teams reuse",
    planned: "Scenarios of earlier models are kept as knowledge and offered where their shape recurs.",
  },
  {
    id: "handoff",
    stage: "handoff",
    say: "Hand over tickets with everything that the person who does the work has to know",
    by: { commands: ["link-ticket"], verbs: ["mitigate"], artifacts: ["tickets"] },
  },
  {
    id: "sign-off",
    stage: "handoff",
    say: "Have an engineer of the owning team sign off what is handed over",
    by: { commands: ["sign-off"], verbs: ["sign-off"] },
  },
  {
    id: "change-over-time",
    stage: "maintenance",
    say: "Say what a change of the system adds, closes and reopens, each with its cause",
    by: { commands: ["accept-observed", "refuse-proposal"], verbs: ["diff", "discover", "check"] },
  },
  {
    id: "comments",
    stage: "maintenance",
    say: "Keep what people say of things, threats and questions beside them, until it is dealt with",
    by: { commands: ["add-comment", "resolve-comment", "reopen-comment", "remove-comment"], verbs: ["comment"] },
  },
  {
    id: "summary",
    stage: "maintenance",
    say: "Report to leadership and to those who audit",
    by: { verbs: ["report", "run"], artifacts: ["summary"] },
  },
];

const mapper: readonly Entry[] = [
  {
    id: "entry-point-inventory",
    stage: "decomposition",
    say: "List every entry point with its exposure and authentication, the ones that only sources show too",
    by: { commands: ["add-entry-point"], verbs: ["entry-point", "surface", "discover"], artifacts: ["surface"] },
  },
  {
    id: "access-matrix",
    stage: "decomposition",
    say: "Say per role and entry point who may come in, under which condition, and what is not known",
    by: { commands: ["add-role", "answer-question"], verbs: ["surface", "role", "answer"], artifacts: ["surface"] },
  },
  {
    id: "external-dependencies",
    stage: "decomposition",
    say: "List what others make and the system relies on, with the data that goes there",
    by: { commands: ["add-dependency"], verbs: ["dependency", "surface"], artifacts: ["surface"] },
  },
  {
    id: "privileged-interfaces",
    stage: "decomposition",
    say: "Find the interfaces that can do more than ordinary roles may",
    by: { verbs: ["surface"], artifacts: ["surface"] },
  },
  {
    id: "segmentation",
    stage: "decomposition",
    say: "Compare what the borders of segments allow with the flows that cross them",
    by: { commands: ["add-zone", "set-field"], verbs: ["surface"], artifacts: ["surface"] },
  },
  {
    id: "surface-reductions",
    stage: "decomposition",
    say: "Say what could be removed or moved inside, what that takes off the surface, and who would lose something",
    by: { verbs: ["surface"], artifacts: ["surface"] },
  },
  {
    id: "feature-delta",
    stage: "decomposition",
    say: "Say what a planned feature adds to the surface and to the threats",
    by: { commands: ["plan-feature"], verbs: ["feature", "surface"] },
  },
  {
    id: "surface-review",
    stage: "decomposition",
    say: "Have an engineer review the attack surface as it is now",
    by: { commands: ["review-surface"], verbs: ["review"] },
  },
  {
    id: "entry-point-threats",
    stage: "enumeration",
    say: "Find what can go wrong on each entry point and dependency",
    by: { verbs: ["threats", "analyze"], artifacts: ["stride"] },
  },
];

const analyst: readonly Entry[] = [
  {
    id: "dread",
    stage: "scoring",
    say: "Score likelihood and impact by DREAD with a reason per factor, proposed until a person confirms",
    by: {
      commands: ["confirm-score", "change-score", "approve-score", "set-method"],
      verbs: ["score"],
      artifacts: ["register"],
    },
  },
  {
    id: "cvss",
    stage: "scoring",
    say: "Score by CVSS, labelled as an estimate of a design",
    planned: "CVSS 3.1 and 4.0 vectors are proposed from facts and shown beside the method of record.",
  },
  {
    id: "business-impact",
    stage: "scoring",
    say: "Base impact on the data at stake and on how much the business depends on the system",
    by: { commands: ["add-data", "set-scope"], verbs: ["scope", "score"], artifacts: ["register"] },
  },
  {
    id: "threat-intelligence",
    stage: "scoring",
    say: "Let what is being exploited today raise what it concerns",
    planned: "Feeds of known exploited vulnerabilities mark the threats and dependencies that they concern.",
  },
  {
    id: "backlog-in-four-tiers",
    stage: "scoring",
    say: "Keep a backlog in four tiers, each critical and high threat with an owner and a due date",
    by: { commands: ["assign-threat"], verbs: ["risks", "assign"], artifacts: ["register"] },
  },
  {
    id: "quick-wins",
    stage: "scoring",
    say: "Mark where little work takes away much risk",
    by: { verbs: ["risks"], artifacts: ["register", "summary"] },
  },
  {
    id: "regulatory-impact",
    stage: "scoring",
    say: "Say which threats and controls concern GDPR, SOC 2, HIPAA and other rules in scope",
    by: { commands: ["set-scope"], verbs: ["scope"], artifacts: ["summary"] },
  },
  {
    id: "risk-acceptance",
    stage: "validation",
    say: "Accept risk only with an owner, a reason and a review date, and with a second person where it is severe; keep the log",
    by: {
      commands: ["accept-risk", "approve-acceptance", "withdraw-acceptance"],
      verbs: ["accept", "approve"],
      artifacts: ["acceptances"],
    },
  },
  {
    id: "risk-trend",
    stage: "maintenance",
    say: "Show how open, hidden and accepted risk move over time",
    planned: "Baselines are kept per release, and the trend of risk and of answered questions is drawn.",
  },
];

const designer: readonly Entry[] = [
  {
    id: "mitigation-specifications",
    stage: "mitigation",
    say: "Write a specification for the stack in use for each mitigation and each severe threat",
    by: {
      commands: ["choose-mitigation", "add-mitigation-without-card", "set-mitigation", "drop-mitigation"],
      verbs: ["mitigate", "mitigations"],
      artifacts: ["mitigation"],
    },
  },
  {
    id: "structural-first",
    stage: "mitigation",
    say: "Offer the control that removes a threat before one that prevents it, and that before one that notices it",
    by: { verbs: ["mitigations", "explain"], artifacts: ["mitigation"] },
  },
  {
    id: "platform-controls",
    stage: "mitigation",
    say: "Offer first what the organisation's platform already provides",
    by: { commands: ["choose-mitigation"], verbs: ["mitigate"], artifacts: ["mitigation"] },
  },
  {
    id: "defence-in-depth",
    stage: "mitigation",
    say: "Flag a critical threat that rests on one control, and name further ones",
    by: { verbs: ["mitigations"], artifacts: ["mitigation"] },
  },
  {
    id: "other-decisions",
    stage: "mitigation",
    say: "Record what is avoided, transferred or does not apply, with a second person where it is severe",
    by: { commands: ["decide-threat", "approve-decision"], verbs: ["decide", "approve"] },
  },
  {
    id: "acceptance-criteria",
    stage: "handoff",
    say: "Write acceptance criteria as Given / When / Then per feature or component",
    by: { commands: ["set-mitigation"], verbs: ["criteria"], artifacts: ["criteria"] },
  },
  {
    id: "evidence",
    stage: "validation",
    say: "Believe a control when evidence shows it, and notice when evidence ages or fails",
    by: { commands: ["record-evidence", "mark-implemented"], verbs: ["evidence", "mitigate"], artifacts: ["summary"] },
  },
  {
    id: "evidence-from-tools",
    stage: "validation",
    say: "Take evidence from test reports and scanners",
    planned: "Reports such as SARIF and JUnit are read, and their verdicts are matched to criteria.",
  },
  {
    id: "gates",
    stage: "validation",
    say: "Fail a change that adds or worsens what the policy forbids",
    by: { commands: ["record-debt"], verbs: ["check"] },
  },
  {
    id: "pattern-library",
    stage: "mitigation",
    say: "Keep a library of security patterns with stacks, criteria and references that an organisation can extend",
    by: { verbs: ["rules"] },
  },
];

const of = (member: MemberId, entries: readonly Entry[]): readonly Responsibility[] =>
  entries.map((entry) => ({ member, ...entry }));

/** Everything that the team answers for. */
export const responsibilities: readonly Responsibility[] = [
  ...of("threat-model-architect", architect),
  ...of("attack-surface-mapper", mapper),
  ...of("risk-prioritization-analyst", analyst),
  ...of("mitigation-designer", designer),
];

/** What one member answers for. */
export function responsibilitiesOf(member: MemberId): readonly Responsibility[] {
  return responsibilities.filter((one) => one.member === member);
}
