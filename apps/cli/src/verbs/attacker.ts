// attacker: lists who attacks, from where and with what capability; names one.
import { thingVerb } from "../thing-verb.ts";

export const verb = thingVerb({
  name: "attacker",
  noun: "attacker",
  command: "add-attacker",
  collection: "attackers",
  options: [
    { field: "starts", value: "place", say: "a zone, a kind of zone or an element: where they are to begin with" },
    { field: "capability", value: "level", say: "how much they can do", choices: ["low", "medium", "high"] },
    { field: "motive", value: "text", say: "what they want" },
  ],
  example: "parapet attacker add 'Card thief' --starts internet --capability medium --motive 'Card numbers'",
  shows: ["starts", "capability"],
});
