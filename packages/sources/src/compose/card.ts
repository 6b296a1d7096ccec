// What the compose source is, and which files it reads.
import { baseName } from "../paths.ts";

export const composeId = "compose";
export const composeTitle = "Docker Compose";

/** What a compose file is by its name: the base, or a variant that lies over a base of the same stem. */
export interface ComposeName {
  readonly stem: string;
  readonly variant?: string;
}

/** The parts of a compose file's name; undefined when it is not one (compose.yaml, docker-compose.prod.yml, shop.compose.yaml). */
export function composeName(path: string): ComposeName | undefined {
  const name = baseName(path);
  const match = /^((?:docker-)?compose)(?:[.-]([A-Za-z0-9_.-]+))?\.ya?ml$/.exec(name);
  if (match?.[1]) return match[2] ? { stem: match[1], variant: match[2] } : { stem: match[1] };
  const other = /^([A-Za-z0-9_.-]+\.(?:docker-)?compose)\.ya?ml$/.exec(name);
  return other?.[1] ? { stem: other[1] } : undefined;
}

/** True for a compose file by its path. */
export function detectsCompose(path: string): boolean {
  return composeName(path) !== undefined;
}
