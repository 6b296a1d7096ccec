// Strings of the room enumeration.
export const enumeration = {
  soon: "This room is being furnished.",
} as const;
