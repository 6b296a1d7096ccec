// Strings of the room mitigation.
export const mitigation = {
  soon: "This room is being furnished.",
} as const;
