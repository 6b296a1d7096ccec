// The reports that a browser shows and prints.
export const artifactIds = ["summary", "register", "surface"] as const;
export type ArtifactId = (typeof artifactIds)[number];

export function isArtifact(name: string): name is ArtifactId {
  return (artifactIds as readonly string[]).includes(name);
}
