// Hosts outside this file: other parties' services, and the machine that the containers run on.
import { type At, placeOf } from "../positioned.ts";
import { seenAt, titled } from "./draft.ts";
import type { Drawing, Drawn } from "./drawing.ts";
import { isPublicHost, type Reference } from "./references.ts";
import { outsideZone } from "./zones.ts";

const machineNames = new Set(["host.docker.internal", "host.containers.internal", "gateway.docker.internal"]);

/** Draws a host outside this file with the flow to it; names that no one can place are left out. */
export function drawOutside(drawing: Drawing, drawn: Drawn, reference: Reference, at: At): void {
  if (machineNames.has(reference.host)) return drawMachine(drawing, drawn, reference, at);
  if (!isPublicHost(reference.host)) return;
  const technology = drawing.lookup.byScheme.get(reference.scheme ?? "");
  const store = technology?.kind === "data-store" ? technology : undefined;
  const id = drawing.once(`outside ${reference.host}`, () => {
    const zone = outsideZone(drawing, "Third parties", "third-party", at);
    const own = drawing.draft.idFor(reference.host, "external", at);
    if (own === undefined) return undefined;
    const known = store ?? byHost(drawing, reference.host);
    drawing.draft.put("elements", own, {
      kind: store ? "data-store" : "external-entity",
      ...titled(reference.host, own),
      ...(zone ? { zone } : {}),
      ...(known ? { technologies: [known.id] } : {}),
      ...seenAt([at]),
    } as never);
    drawDependency(drawing, reference.host, own, at);
    return own;
  });
  if (id === undefined) return;
  drawing.connect(drawn.id, id, { at, protocol: drawing.protocolOf(reference.scheme, undefined) });
  uses(drawing, reference.host, drawn.id, at);
}

/** The technology whose name is a label of the host: api.stripe.com → stripe. */
function byHost(drawing: Drawing, host: string) {
  for (const label of host.split(".").slice(0, -1)) {
    const technology = drawing.lookup.byId.get(label) ?? drawing.lookup.byId.get(`${label}-api`);
    if (technology && technology.kind === undefined) return technology;
  }
  return undefined;
}

function drawDependency(drawing: Drawing, host: string, element: string, at: At): void {
  drawing.once(`dependency ${host}`, () => {
    const id = drawing.draft.idFor(`${host} service`, "dependency", at);
    if (id !== undefined)
      drawing.draft.put("dependencies", id, {
        kind: "external-service",
        ...titled(host, id),
        element,
        ...seenAt([at]),
      });
    return id;
  });
}

function uses(drawing: Drawing, host: string, user: string, at: At): void {
  const id = drawing.once(`dependency ${host}`, () => undefined);
  const dependency = id === undefined ? undefined : drawing.draft.things.dependencies?.[id];
  if (!dependency || id === undefined) return;
  const usedBy = [...new Set([...(dependency["used-by"] ?? []), user])];
  const seen = [dependency.seen ?? []].flat();
  drawing.draft.put("dependencies", id, { ...dependency, "used-by": usedBy, ...seenAt([...seen, placeOf(at)]) });
}

function drawMachine(drawing: Drawing, drawn: Drawn, reference: Reference, at: At): void {
  const id = drawing.once("outside machine", () => {
    const zone = outsideZone(drawing, "Host", "host", at);
    const own = drawing.draft.idFor("Service on the host", "external", at);
    if (own !== undefined)
      drawing.draft.put("elements", own, {
        kind: "external-entity",
        ...titled("Service on the host", own),
        ...(zone ? { zone } : {}),
        ...seenAt([at]),
      });
    return own;
  });
  if (id !== undefined)
    drawing.connect(drawn.id, id, { at, protocol: drawing.protocolOf(reference.scheme, undefined) });
}
