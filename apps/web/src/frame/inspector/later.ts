// Parts of the inspector that come when they are needed: the page is there before them, and brings them while nobody waits.

export const inspectorParts = {
  statementHints: async () => (await import("./statement-hints.tsx")).StatementHints,
  assumptionsOf: async () => (await import("./threat/assumptions-of.tsx")).AssumptionsOf,
  threatDoing: async () => (await import("./threat/threat-doing.tsx")).ThreatDoing,
} as const;
