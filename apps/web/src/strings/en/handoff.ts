// Strings of the room handoff.
export const handoff = {
  soon: "This room is being furnished.",
} as const;
