// Strings of the room maintenance.
export const maintenance = {
  soon: "This room is being furnished.",
} as const;
