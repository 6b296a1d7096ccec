// Strings of the room validation.
export const validation = {
  soon: "This room is being furnished.",
} as const;
