// Strings of the overview.
export const overview = {
  title: "What needs you now",
  nothing: "Nothing waits. The next review is what comes next.",
  team: "The team",
  did: "Did",
  found: "Found",
  waits: "Waits for {{who}}: {{count}}",
  counts: {
    open: "open",
    asked: "asked",
    addressed: "addressed",
    accepted: "accepted",
    hidden: "hidden risk",
    surface: "surface score",
  },
  criterion: { done: "Done", missing: "Missing", "not-reached": "Not reached yet" },
  go: "Go there",
} as const;
