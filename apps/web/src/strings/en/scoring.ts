// Strings of the room scoring.
export const scoring = {
  soon: "This room is being furnished.",
} as const;
