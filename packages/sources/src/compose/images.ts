// Images that others make become dependencies.
import { type At, placeOf } from "../positioned.ts";
import { seenAt, titled } from "./draft.ts";
import type { Drawing } from "./drawing.ts";
import { imageParts } from "./technologies.ts";

interface Used {
  readonly repository: string;
  readonly versions: Set<string>;
  readonly users: string[];
  readonly places: At[];
  pinned: boolean;
  floating?: At;
}

/** Draws each image once, with its users and its version where all use the same. */
export function drawImages(drawing: Drawing): void {
  const images = new Map<string, Used>();
  const own = ownPrefixes(drawing);
  for (const { service, id, recognised } of drawing.drawn.values()) {
    const image = service.build ? recognised.stage?.base : service.image;
    if (!image || image.text === "" || image.text === "scratch" || /[$\s]/.test(image.text)) continue;
    const { repository, tag, digest } = imageParts(image.text);
    if (own.has(prefixOf(repository, service.name) ?? "")) continue;
    const used = images.get(repository) ?? {
      repository,
      versions: new Set<string>(),
      users: [],
      places: [],
      pinned: true,
    };
    images.set(repository, used);
    used.versions.add(tag ?? "");
    used.users.push(id);
    used.places.push(image.at);
    if (digest === undefined) used.pinned = false;
    if (digest === undefined && (tag === undefined || tag === "latest")) used.floating ??= image.at;
  }
  for (const used of images.values()) drawImage(drawing, used);
}

/** `team/shop-` of the image team/shop-orders of the service orders. */
function prefixOf(repository: string, service: string): string | undefined {
  const name = service.toLowerCase();
  return repository.endsWith(`-${name}`) ? repository.slice(0, -name.length) : undefined;
}

/** Prefixes that the images of several services share before the services' names: the team's own images. */
function ownPrefixes(drawing: Drawing): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { service } of drawing.drawn.values()) {
    const prefix = service.image && prefixOf(imageParts(service.image.text).repository, service.name);
    if (prefix) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([prefix]) => prefix));
}

function drawImage(drawing: Drawing, used: Used): void {
  const at = used.places[0] ?? drawing.project.root.at;
  const id = drawing.draft.idFor(`${used.repository.split("/").at(-1) ?? ""} image`, "dependency", at);
  if (id === undefined) return;
  const version = used.versions.size === 1 ? [...used.versions][0] : undefined;
  const verified = used.pinned
    ? { value: "yes", seen: placeOf(at) }
    : used.floating
      ? { value: "no", seen: placeOf(used.floating) }
      : undefined;
  drawing.draft.put("dependencies", id, {
    kind: "image",
    ...titled(used.repository, id),
    ...(version ? { version: version.slice(0, 300) } : {}),
    "used-by": [...new Set(used.users)],
    ...(verified ? { facts: { "verifies-components": verified } } : {}),
    ...seenAt(used.places),
  });
}
