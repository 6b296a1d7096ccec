// Strings of the room decomposition; those of its views stand in files of their own.
export const decomposition = {
  answer: {
    question: "What is the system made of, and what crosses its borders?",
    empty: "Nothing is drawn yet. Press P and type the name of the first process.",
    parts: "{{elements}} elements in {{zones}} zones, {{flows}} flows, {{crossing}} of them across a trust boundary.",
    hottest: "Hottest: {{title}}, with {{count}} critical or high threats open or asked on it and its flows.",
    homeless_one: "{{count}} element is in no zone.",
    homeless_other: "{{count}} elements are in no zone.",
  },
  views: "Views of the system",
  view: { diagram: "Diagram", surface: "Surface" },
} as const;
