// For tests: which commands behave alike when two people give them at once. Each family stands for a row and a column of the table of pairs.
import type { OperationName } from "./pairs.ts";

/** Operation of the table → the commands that it stands for. A new command comes to those that change the same kind of record in the same way. */
export const families = {
  // Brings a thing under an id of its own: another id stands beside it, the same id is a conflict.
  "add element": [
    ...["add-element", "add-elements", "add-zone", "add-data", "add-dependency", "add-role", "add-attacker"],
    ...["add-participant", "add-assumption", "add-view", "plan-feature", "duplicate-things", "plan-workshop"],
  ],
  "add flow": ["add-flow"],
  "add entry point": ["add-entry-point"],
  // One list that has an order: two who change it at once contradict each other.
  "add to scope": ["add-in-scope", "add-out-of-scope", "remove-scope-item"],
  // Takes a whole thing away: whoever changed anything of it meanwhile stands against it.
  "remove thing": ["remove-thing", "remove-view", "remove-comment", "cancel-workshop", "remove-threat-view"],
  "rename thing": ["rename-thing"],
  // Values on one record: the same one set to something else contradicts, another one stands beside it.
  "set field": [
    ...["set-field", "set-fields", "set-workshop", "start-workshop", "attend-workshop", "leave-workshop"],
    ...["end-workshop", "group-notes", "set-note-about", "place-note", "note-decision", "rate-feature"],
  ],
  "set scope": ["set-scope"],
  "move to zone": ["move-to-zone"],
  "lay out": ["place-things", "unplace-things"],
  "choose view": ["set-view", "save-threat-view"],
  // A person's word on an assumption.
  "confirm assumption": ["confirm-assumption", "refute-assumption"],
  "challenge assumption": ["challenge-assumption", "own-assumption", "link-assumption", "unlink-assumption"],
  answer: ["answer-question"],
  "settle fact": ["settle-fact"],
  // What somebody says, under an id of its own.
  comment: ["add-comment", "add-note", "park-item"],
  "resolve comment": ["resolve-comment", "reopen-comment", "unpark-item"],
  "record threat": ["record-threat"],
  assign: ["assign-threat"],
  "change score": ["change-score", "set-method", "keep-vote"],
  "confirm score": ["confirm-score"],
  decide: ["decide-threat", "withdraw-threat"],
  "choose mitigation": ["choose-mitigation", "add-mitigation-without-card", "drop-mitigation"],
  "set mitigation": ["set-mitigation", "link-ticket"],
  "mark implemented": ["mark-implemented"],
  evidence: ["record-evidence", "record-debt"],
  accept: ["accept-risk", "withdraw-acceptance"],
  approve: ["approve-acceptance", "approve-decision", "approve-score"],
  // A digest of what the person saw, under their own name.
  review: ["review-diagram", "review-surface", "review-threats"],
  "sign off": ["sign-off", "sign-off-workshop"],
  // What sources show, and the answers to it.
  "refuse proposal": ["refuse-proposal"],
  "accept observed": ["accept-observed"],
} as const satisfies Partial<Record<OperationName, readonly string[]>>;
