// The Mitigation Designer: what to build, for the stack in use, and whether it was shown to work.
import type { Member } from "../../member.ts";
import { design } from "./mitigation.ts";
import { validate } from "./validation.ts";

export const mitigationDesigner: Member = {
  id: "mitigation-designer",
  name: "Mitigation Designer",
  monogram: "MD",
  mission: "Says what to build against each threat, structural controls first, and believes it when evidence shows it.",
  work: { mitigation: design, validation: validate },
};
