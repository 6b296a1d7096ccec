// The Attack Surface Mapper: where the system can be reached, by whom, under which condition, and what of that could go.
import type { Member } from "../../member.ts";
import { mapSurface } from "./decomposition.ts";
import { enumerateSurface } from "./enumeration.ts";

export const attackSurfaceMapper: Member = {
  id: "attack-surface-mapper",
  name: "Attack Surface Mapper",
  monogram: "SM",
  mission: "Finds every place where the system can be reached, says who may and who can, and what could be removed.",
  work: { decomposition: mapSurface, enumeration: enumerateSurface },
};
