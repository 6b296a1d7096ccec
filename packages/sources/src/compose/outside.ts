// Hosts outside this file: other parties' services, and the machine that the containers run on.
import type { Technology } from "@parapet/core";
import { type At, placeOf } from "../positioned.ts";
import { seenAt, titled } from "./draft.ts";
import type { Drawing, Drawn, How } from "./drawing.ts";
import { isPublicHost, type Reference } from "./references.ts";
import { isParty } from "./technologies.ts";
import { outsideZone } from "./zones.ts";

const machineNames = new Set(["host.docker.internal", "host.containers.internal", "gateway.docker.internal"]);

const maxParties = 300;
const maxPlaces = 20;

/** Draws a host outside this file with the flow to it; names that no one can place are left out. */
export function drawOutside(drawing: Drawing, drawn: Drawn, reference: Reference, at: At): void {
  if (machineNames.has(reference.host)) {
    drawMachine(drawing, drawn, reference, at);
    return;
  }
  if (!isPublicHost(reference.host)) return;
  const scheme = drawing.lookup.byScheme.get(reference.scheme ?? "");
  const store = scheme?.kind === "data-store" ? scheme : undefined;
  const technology = store ?? byHost(drawing, reference.host);
  const party = { title: reference.host, kind: store ? "data-store" : "external-entity", technology } as const;
  drawParty(drawing, drawn, party, { at, protocol: drawing.protocolOf(reference.scheme, undefined) });
}

/** Draws an outside service that is known by its client library alone; one that a setting names already is that one. */
export function drawClientOf(drawing: Drawing, drawn: Drawn, technology: Technology, at: At): void {
  const known = drawing.partyOf.get(technology.id);
  if (known !== undefined && drawing.connected(drawn.id, known)) return;
  const description = `Guessed: uses the client library of ${technology.title}.`;
  const party = { title: technology.title, kind: "external-entity", technology } as const;
  const say = `${drawn.service.name} is taken to call ${technology.title}: it uses the client library`;
  drawing.draft.note(at, say, "Correct the flow if it does not.");
  drawParty(drawing, drawn, party, { at, protocol: technology.protocol, description });
}

interface Party {
  readonly title: string;
  readonly kind: "data-store" | "external-entity";
  readonly technology: Technology | undefined;
}

function drawParty(drawing: Drawing, drawn: Drawn, party: Party, how: How): void {
  const { title, kind, technology } = party;
  const known = technology && kind === "external-entity" ? drawing.partyOf.get(technology.id) : undefined;
  const isKnown = known !== undefined && title === technology?.title;
  const id = isKnown ? known : drawing.once(`outside ${title}`, () => drawElement(drawing, party, how.at));
  if (id === undefined) return;
  if (technology && !drawing.partyOf.has(technology.id)) drawing.partyOf.set(technology.id, id);
  drawing.connect(drawn.id, id, how);
  uses(drawing, id, drawn.id, how.at);
}

function drawElement(drawing: Drawing, party: Party, at: At): string | undefined {
  if (drawing.outside >= maxParties) {
    drawing.once("too many parties", () => tooMany(drawing, at));
    return undefined;
  }
  drawing.outside++;
  const { title, kind, technology } = party;
  const zone = outsideZone(drawing, "Third parties", "third-party", at);
  const id = drawing.draft.idFor(title, "external", at);
  if (id === undefined) return undefined;
  drawing.draft.put("elements", id, {
    kind,
    ...titled(title, id),
    ...(zone ? { zone } : {}),
    ...(technology ? { technologies: [technology.id] } : {}),
    ...seenAt([at]),
  });
  drawDependency(drawing, title, id, at);
  return id;
}

function tooMany(drawing: Drawing, at: At): undefined {
  drawing.draft.note(at, `Only the first ${maxParties} outside hosts are drawn`, "Draw the others that matter.");
  return undefined;
}

/** The technology whose name is a label of the host: api.stripe.com → stripe. */
function byHost(drawing: Drawing, host: string) {
  for (const label of host.split(".").slice(0, -1)) {
    const technology = drawing.lookup.byId.get(label) ?? drawing.lookup.byId.get(`${label}-api`);
    if (technology && isParty(technology)) return technology;
  }
  return undefined;
}

function drawDependency(drawing: Drawing, title: string, element: string, at: At): void {
  drawing.once(`dependency ${element}`, () => {
    const id = drawing.draft.idFor(`${title} service`, "dependency", at);
    if (id !== undefined) {
      const thing = { kind: "external-service", ...titled(title, id), element, ...seenAt([at]) } as const;
      drawing.draft.put("dependencies", id, thing);
    }
    return id;
  });
}

function uses(drawing: Drawing, element: string, user: string, at: At): void {
  const id = drawing.once(`dependency ${element}`, () => undefined);
  const dependency = id === undefined ? undefined : drawing.draft.things.dependencies?.[id];
  if (!dependency || id === undefined) return;
  const usedBy = [...new Set([...(dependency["used-by"] ?? []), user])];
  const seen = [dependency.seen ?? []].flat();
  if (seen.length >= maxPlaces && dependency["used-by"]?.includes(user)) return;
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
