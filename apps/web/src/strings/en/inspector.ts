// Strings of the inspector: the same parts in the same order for whatever is selected.
export const inspector = {
  gone: "{{id}} is not in the model any more.",
  parts: {
    is: "What it is",
    facts: "Facts and where they come from",
    wrong: "What can go wrong here",
    unknown: "What we don't know",
    doing: "What we do about it",
    history: "History and comments",
  },
  none: {
    facts: "No fact is recorded yet.",
    wrong: "No threat is raised here.",
    unknown: "Nothing is asked about it.",
    doing: "Nothing is chosen yet.",
    history: "Nothing has changed it here yet.",
  },
} as const;
