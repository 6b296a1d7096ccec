// What core calls a command is, here, a verb: problems name what people can type.
import type { Problem } from "@parapet/core";

const inModel = "in model.yaml";

/** How each command is called on the command line; things are drawn in model.yaml itself. */
export const wordsOfCommands: Readonly<Record<string, string>> = {
  "accept-observed": "parapet discover --accept",
  "accept-risk": "parapet accept",
  "add-assumption": "parapet assume",
  "add-attacker": inModel,
  "add-data": inModel,
  "add-dependency": inModel,
  "add-element": inModel,
  "add-entry-point": inModel,
  "add-flow": inModel,
  "add-in-scope": "parapet scope --in",
  "add-mitigation-without-card": "parapet mitigate --title",
  "add-out-of-scope": "parapet scope --out",
  "add-participant": "parapet participant",
  "add-role": "parapet role",
  "add-zone": inModel,
  "answer-question": "parapet answer",
  "approve-acceptance": "parapet approve",
  "approve-decision": "parapet approve",
  "approve-score": "parapet approve",
  "assign-threat": "parapet assign",
  "challenge-assumption": "parapet assume --challenge",
  "change-score": "parapet score",
  "choose-mitigation": "parapet mitigate",
  "confirm-assumption": "parapet assume --confirm",
  "confirm-score": "parapet score --confirm",
  "decide-threat": "parapet decide",
  "drop-mitigation": "parapet mitigate --drop",
  "link-ticket": "parapet mitigate --ticket",
  "mark-implemented": "parapet mitigate --implemented",
  "own-assumption": "parapet assume --owner",
  "plan-feature": "parapet feature",
  "record-debt": "parapet check --start",
  "record-evidence": "parapet evidence",
  "record-threat": "parapet threat add",
  "refuse-proposal": "parapet proposals refuse",
  "refute-assumption": "parapet assume --refute",
  "remove-scope-item": "parapet scope --remove",
  "remove-thing": inModel,
  "rename-thing": inModel,
  "review-diagram": "parapet review diagram",
  "review-surface": "parapet review surface",
  "review-threats": "parapet review threats",
  "set-field": inModel,
  "set-method": "parapet score --method",
  "set-mitigation": "parapet mitigate",
  "set-scope": "parapet scope",
  "settle-fact": "parapet settle",
  "sign-off": "sign-off",
  "withdraw-acceptance": "parapet accept --withdraw",
  "withdraw-threat": "parapet threat withdraw",
};

const named = new RegExp(`(?<![a-z-])(${Object.keys(wordsOfCommands).join("|")})(?![a-z-])`, "g");

/** The problem with verbs in place of command names. */
export function forPeople(problem: Problem): Problem {
  const fix = problem.fix
    .replace(named, (name) => wordsOfCommands[name] ?? name)
    .replaceAll(`${inModel}, ${inModel}`, inModel);
  return fix === problem.fix ? problem : { ...problem, fix };
}
