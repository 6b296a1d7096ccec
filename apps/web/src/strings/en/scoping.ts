// Strings of the room scoping.
export const scoping = {
  soon: "This room is being furnished.",
} as const;
