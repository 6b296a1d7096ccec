// The verbs, in the order of the workflow. A verb's file is loaded only when it is called.
import type { VerbEntry } from "./verb.ts";

const team = "The team";
const building = "What are we building?";
const wrong = "What can go wrong?";
const doing = "What do we do about it?";
const well = "Did we do well?";
const files = "Files and knowledge";

export const verbs: readonly VerbEntry[] = [
  {
    name: "run",
    group: team,
    summary: "an engagement: all stages as far as they go, and the artifacts",
    load: () => import("./verbs/run.ts"),
  },
  {
    name: "status",
    group: team,
    summary: "the eight stages: what is done, what is missing to leave each",
    load: () => import("./verbs/status.ts"),
  },
  {
    name: "team",
    group: team,
    summary: "who owns what, and who waits for what",
    load: () => import("./verbs/team.ts"),
  },
  {
    name: "init",
    group: building,
    summary: "begin a threat model from what a folder's files show",
    load: () => import("./verbs/init.ts"),
  },
  {
    name: "discover",
    group: building,
    summary: "read the files again and propose what changed",
    load: () => import("./verbs/discover.ts"),
  },
  {
    name: "proposals",
    group: building,
    summary: "list, accept or refuse what is proposed",
    load: () => import("./verbs/proposals.ts"),
  },
  {
    name: "scope",
    group: building,
    summary: "say what the system is for, what is in scope and what is not",
    load: () => import("./verbs/scope.ts"),
  },
  {
    name: "participant",
    group: building,
    summary: "the people who take part: list or name",
    load: () => import("./verbs/participant.ts"),
  },
  {
    name: "role",
    group: building,
    summary: "roles that reach the system: list or name",
    load: () => import("./verbs/role.ts"),
  },
  {
    name: "element",
    group: building,
    summary: "external entities, processes and data stores: list or add",
    load: () => import("./verbs/element.ts"),
  },
  {
    name: "flow",
    group: building,
    summary: "data flows between elements: list or add",
    load: () => import("./verbs/flow.ts"),
  },
  {
    name: "zone",
    group: building,
    summary: "trust zones: list or add",
    load: () => import("./verbs/zone.ts"),
  },
  {
    name: "move",
    group: building,
    summary: "move elements and zones into another trust zone",
    load: () => import("./verbs/move.ts"),
  },
  {
    name: "copy",
    group: building,
    summary: "copy elements and zones with the flows among them",
    load: () => import("./verbs/copy.ts"),
  },
  {
    name: "diagram",
    group: building,
    summary: "where things are drawn: place them, or lay them out automatically",
    load: () => import("./verbs/diagram.ts"),
  },
  {
    name: "view",
    group: building,
    summary: "views of the diagram: list, add, change or remove",
    load: () => import("./verbs/view.ts"),
  },
  {
    name: "entry-point",
    group: building,
    summary: "where somebody can reach the system: list or add",
    load: () => import("./verbs/entry-point.ts"),
  },
  {
    name: "data",
    group: building,
    summary: "data assets and how bad it is to lose them: list or add",
    load: () => import("./verbs/data.ts"),
  },
  {
    name: "dependency",
    group: building,
    summary: "what others make and the system uses: list or add",
    load: () => import("./verbs/dependency.ts"),
  },
  {
    name: "attacker",
    group: building,
    summary: "who attacks, from where, how capable: list or add",
    load: () => import("./verbs/attacker.ts"),
  },
  {
    name: "set",
    group: building,
    summary: "change one field of things, or take it away",
    load: () => import("./verbs/set.ts"),
  },
  {
    name: "rename",
    group: building,
    summary: "give a thing another id; what is attached to it stays",
    load: () => import("./verbs/rename.ts"),
  },
  {
    name: "remove",
    group: building,
    summary: "remove things, or leave out what a source shows",
    load: () => import("./verbs/remove.ts"),
  },
  {
    name: "assume",
    group: building,
    summary: "list, write down, own, challenge, confirm or refute assumptions",
    load: () => import("./verbs/assume.ts"),
  },
  {
    name: "feature",
    group: building,
    summary: "plan a feature: what it adds and changes",
    load: () => import("./verbs/feature.ts"),
  },
  {
    name: "surface",
    group: building,
    summary: "entry points, who reaches what, and what a feature adds",
    load: () => import("./verbs/surface.ts"),
  },
  {
    name: "review",
    group: building,
    summary: "record a review of the diagram, the surface or the threats",
    load: () => import("./verbs/review.ts"),
  },
  { name: "threats", group: wrong, summary: "list threats, groups first", load: () => import("./verbs/threats.ts") },
  {
    name: "explain",
    group: wrong,
    summary: "all that is known of one threat",
    load: () => import("./verbs/explain.ts"),
  },
  {
    name: "questions",
    group: wrong,
    summary: "list what is asked, by the risk that it hides",
    load: () => import("./verbs/questions.ts"),
  },
  {
    name: "answer",
    group: wrong,
    summary: "answer questions, or say who finds out",
    load: () => import("./verbs/answer.ts"),
  },
  {
    name: "settle",
    group: wrong,
    summary: "settle a fact that people and sources contradict",
    load: () => import("./verbs/settle.ts"),
  },
  {
    name: "threat",
    group: wrong,
    summary: "write a threat down by hand, or withdraw one",
    load: () => import("./verbs/threat.ts"),
  },
  { name: "score", group: wrong, summary: "show, confirm or change scores", load: () => import("./verbs/score.ts") },
  {
    name: "risks",
    group: wrong,
    summary: "the backlog in four tiers, quick wins marked",
    load: () => import("./verbs/risks.ts"),
  },
  {
    name: "analyze",
    group: wrong,
    summary: "analyse the model: threats, questions, coverage, surface",
    load: () => import("./verbs/analyze.ts"),
  },
  {
    name: "decide",
    group: doing,
    summary: "mitigate, transfer, avoid, or not applicable",
    load: () => import("./verbs/decide.ts"),
  },
  {
    name: "mitigate",
    group: doing,
    summary: "choose, describe or follow up a mitigation",
    load: () => import("./verbs/mitigate.ts"),
  },
  {
    name: "mitigations",
    group: doing,
    summary: "what is chosen, and which controls would remove most risk",
    load: () => import("./verbs/mitigations.ts"),
  },
  {
    name: "assign",
    group: doing,
    summary: "give threats an owner and a due date",
    load: () => import("./verbs/assign.ts"),
  },
  {
    name: "accept",
    group: doing,
    summary: "accept risks, with owner, reason and review date",
    load: () => import("./verbs/accept.ts"),
  },
  {
    name: "approve",
    group: doing,
    summary: "approve what another person accepted, decided or scored lower",
    load: () => import("./verbs/approve.ts"),
  },
  {
    name: "criteria",
    group: doing,
    summary: "acceptance criteria by feature or component",
    load: () => import("./verbs/criteria.ts"),
  },
  {
    name: "sign-off",
    group: doing,
    summary: "sign off a component, a feature or a stage",
    load: () => import("./verbs/sign-off.ts"),
  },
  {
    name: "evidence",
    group: well,
    summary: "record what a test of a criterion showed",
    load: () => import("./verbs/evidence.ts"),
  },
  {
    name: "check",
    group: well,
    summary: "the gates: exit code 1 when one fails",
    load: () => import("./verbs/check.ts"),
  },
  {
    name: "diff",
    group: well,
    summary: "what is different between two revisions, and why",
    load: () => import("./verbs/diff.ts"),
  },
  {
    name: "undo",
    group: well,
    summary: "take back the last thing that you did",
    load: () => import("./verbs/undo.ts"),
  },
  {
    name: "report",
    group: files,
    summary: "write the artifacts into a folder",
    load: () => import("./verbs/report.ts"),
  },
  { name: "export", group: files, summary: "one artifact as one file", load: () => import("./verbs/export.ts") },
  { name: "rules", group: files, summary: "list, show or test rules", load: () => import("./verbs/rules.ts") },
  {
    name: "schema",
    group: files,
    summary: "the JSON Schema of a file or of the analysis",
    load: () => import("./verbs/schema.ts"),
  },
];
