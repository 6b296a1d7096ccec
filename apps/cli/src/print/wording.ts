// What core calls a command is, here, a verb: problems name what people can type.
import type { Problem } from "@parapet/core";

/** How each command is called on the command line. */
export const wordsOfCommands: Readonly<Record<string, string>> = {
  "accept-observed": "parapet discover --accept",
  "accept-risk": "parapet accept",
  "add-assumption": "parapet assume",
  "add-attacker": "parapet attacker add",
  "add-comment": "parapet comment add",
  "add-data": "parapet data add",
  "add-dependency": "parapet dependency add",
  "add-element": "parapet element add",
  "add-elements": "parapet element add",
  "add-entry-point": "parapet entry-point add",
  "add-flow": "parapet flow add",
  "add-in-scope": "parapet scope --in",
  "add-mitigation-without-card": "parapet mitigate --title",
  "add-note": "parapet workshop note",
  "add-out-of-scope": "parapet scope --out",
  "add-participant": "parapet participant",
  "add-role": "parapet role",
  "add-view": "parapet view add",
  "add-zone": "parapet zone add",
  "answer-question": "parapet answer",
  "approve-acceptance": "parapet approve",
  "approve-decision": "parapet approve",
  "approve-score": "parapet approve",
  "assign-threat": "parapet assign",
  "attend-workshop": "parapet workshop attend",
  "cancel-workshop": "parapet workshop cancel",
  "challenge-assumption": "parapet assume --challenge",
  "change-score": "parapet score",
  "choose-mitigation": "parapet mitigate",
  "confirm-assumption": "parapet assume --confirm",
  "confirm-score": "parapet score --confirm",
  "decide-threat": "parapet decide",
  "drop-mitigation": "parapet mitigate --drop",
  "duplicate-things": "parapet copy",
  "end-workshop": "parapet workshop end",
  "group-notes": "parapet workshop group",
  "keep-vote": "parapet workshop vote",
  "leave-workshop": "parapet workshop leave",
  "link-assumption": "parapet assume --threat",
  "link-ticket": "parapet mitigate --ticket",
  "mark-implemented": "parapet mitigate --implemented",
  "move-to-zone": "parapet move",
  "note-decision": "parapet workshop decided",
  "own-assumption": "parapet assume --owner",
  "park-item": "parapet workshop park",
  "place-note": "parapet workshop place",
  "place-things": "parapet diagram place",
  "plan-feature": "parapet feature",
  "plan-workshop": "parapet workshop plan",
  "rate-feature": "parapet feature --rate",
  "record-debt": "parapet check --start",
  "record-evidence": "parapet evidence",
  "record-threat": "parapet threat add",
  "refuse-proposal": "parapet proposals refuse",
  "refute-assumption": "parapet assume --refute",
  "remove-comment": "parapet comment remove",
  "remove-scope-item": "parapet scope --remove",
  "remove-thing": "parapet remove",
  "remove-threat-view": "parapet threats",
  "remove-view": "parapet view remove",
  "rename-thing": "parapet rename",
  "reopen-comment": "parapet comment reopen",
  "resolve-comment": "parapet comment resolve",
  "review-diagram": "parapet review diagram",
  "review-surface": "parapet review surface",
  "review-threats": "parapet review threats",
  "save-threat-view": "parapet threats",
  "set-field": "parapet set",
  "set-fields": "parapet set",
  "set-method": "parapet score --method",
  "set-mitigation": "parapet mitigate",
  "set-note-about": "parapet workshop about",
  "set-scope": "parapet scope",
  "set-view": "parapet view set",
  "set-workshop": "parapet workshop set",
  "settle-fact": "parapet settle",
  "sign-off": "parapet sign-off",
  "sign-off-workshop": "parapet workshop sign-off",
  "start-workshop": "parapet workshop start",
  "unlink-assumption": "parapet assume --unlink",
  "unpark-item": "parapet workshop unpark",
  "unplace-things": "parapet diagram unplace",
  "withdraw-acceptance": "parapet accept --withdraw",
  "withdraw-threat": "parapet threat withdraw",
};

const named = new RegExp(`(?<![a-z-])(${Object.keys(wordsOfCommands).join("|")})(?![a-z-])`, "g");

/** The problem with verbs in place of command names, and with the option that is missing. */
export function forPeople(problem: Problem): Problem {
  const words = (text: string): string => text.replace(named, (name) => wordsOfCommands[name] ?? name);
  // What is wrong with an input begins with the name of the command.
  const say = problem.say.replace(/^[a-z-]+(?=: )/, words);
  const fix = withOption(problem, words(problem.fix));
  return fix === problem.fix && say === problem.say ? problem : { ...problem, say, fix };
}

/** Fields of commands that are options of the same name wherever they may be missing. */
const options = new Set(["why", "owner", "review", "fact", "to", "contract"]);

/** What to do, with the option that does it where a command misses a field. */
function withOption({ code, where }: Problem, fix: string): string {
  const [field, part] = where?.path ?? [];
  if (where?.file !== undefined || !code.startsWith("needs-")) return fix;
  const option = field === "reasons" ? `--reason ${part}=TEXT` : options.has(String(field)) ? `--${field}` : undefined;
  return option === undefined ? fix : `${fix.replace(/\.$/, "")} (${option}).`;
}
