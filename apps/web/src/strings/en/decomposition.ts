// Strings of the room decomposition.
export const decomposition = {
  soon: "This room is being furnished.",
} as const;
