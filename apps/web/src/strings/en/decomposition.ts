// Strings of the room decomposition; those of its views stand in files of their own.
export const decomposition = {
  soon: "This room is being furnished.",
  views: "Views of the system",
  view: { diagram: "Diagram", surface: "Surface" },
} as const;
