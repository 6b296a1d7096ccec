// Where the papers of a workshop are: what is printed before, and what is kept after.

export const papers = ["pack", "minutes"] as const;
export type Paper = (typeof papers)[number];

export function isPaper(name: string | null): name is Paper {
  return papers.some((paper) => paper === name);
}

/** The page that shows a paper and prints it. */
export function paperLink(model: string, workshop: string, paper: Paper): string {
  return `/m/${encodeURIComponent(model)}/workshop/${encodeURIComponent(workshop)}?paper=${paper}`;
}

/** Its text, made from the model as it is now. */
export function paperText(model: string, workshop: string, paper: Paper): string {
  const file = `workshops/${workshop}-${paper}.md`;
  return `/models/${encodeURIComponent(model)}/reports/${paper}?file=${encodeURIComponent(file)}`;
}
