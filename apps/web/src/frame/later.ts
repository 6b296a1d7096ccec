// Parts of the frame that come when they are needed: the page is there before them, and brings them while nobody waits.

export const frameParts = {
  models: async () => (await import("./models.tsx")).Models,
  inspector: async () => (await import("./inspector/inspector.tsx")).Inspector,
  paletteChoices: async () => (await import("./palette-choices.tsx")).PaletteChoices,
  everybody: async () => (await import("./everybody.tsx")).Everybody,
  saidLine: async () => (await import("./said-line.tsx")).SaidLine,
} as const;
