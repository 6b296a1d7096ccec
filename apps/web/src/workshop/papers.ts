// Where the papers of a workshop are: what is printed before, and what is kept after.

/** The address of a paper of a workshop, made from the model as it is now. */
export function paperLink(model: string, workshop: string, paper: "pack" | "minutes"): string {
  const file = `workshops/${workshop}-${paper}.md`;
  return `/models/${encodeURIComponent(model)}/reports/${paper}?file=${encodeURIComponent(file)}`;
}
