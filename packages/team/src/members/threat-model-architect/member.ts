// The Threat Model Architect: draws the system, enumerates what can go wrong, hands over, keeps the model true.
import type { Member } from "../../member.ts";
import { decompose } from "./decomposition.ts";
import { enumerate } from "./enumeration.ts";
import { handOver } from "./handoff.ts";
import { maintain } from "./maintenance.ts";
import { scope } from "./scoping.ts";

export const threatModelArchitect: Member = {
  id: "threat-model-architect",
  name: "Threat Model Architect",
  monogram: "TA",
  mission: "Draws the system as it is, asks of every part what can go wrong, and keeps the model true.",
  work: {
    scoping: scope,
    decomposition: decompose,
    enumeration: enumerate,
    handoff: handOver,
    maintenance: maintain,
  },
};
