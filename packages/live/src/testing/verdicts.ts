// For tests: what must hold after a simulated run, judged from what the people saw and what the disk has, without asking the room.
import {
  apply,
  type Change,
  canonicalText,
  checkDocument,
  type Document,
  finer,
  pathOf,
  threatsOf,
} from "@parapet/core";
import { isDecision } from "../changed-meanwhile.ts";
import { isLayout } from "../conflicts.ts";
import { authorOf, keyOf } from "../who.ts";
import type { Entry } from "../wire.ts";
import { roomEngine } from "./engine.ts";
import type { Sent, SimulatedClient } from "./simulated-client.ts";
import type { SimulatedServer } from "./simulated-server.ts";

export function wrongAbout(server: SimulatedServer, clients: readonly SimulatedClient[]): readonly string[] {
  return [
    ...clients.flatMap(({ wrong }) => wrong),
    ...converged(server, clients),
    ...kept(server),
    ...clients.flatMap((client) => accounted(server, client)),
    ...justified(server, clients),
  ];
}

function converged(server: SimulatedServer, clients: readonly SimulatedClient[]): readonly string[] {
  const { room } = server;
  if (!room) return ["the server is down"];
  const wrong = checkDocument(room.document).map(({ say }) => `the room contradicts itself: ${say}`);
  const text = canonicalText(room.document);
  for (const { name, shown, isQuiet, text: its } of clients) {
    if (!isQuiet)
      wrong.push(`${name} still waits for ${shown?.waiting.map(({ id }) => id).join(", ") || "a connection"}`);
    else if (shown?.head !== room.head) wrong.push(`${name} is at ${shown?.head}, the room at ${room.head}`);
    else if (its !== text) wrong.push(`${name} shows another document than the room has`);
  }
  return wrong;
}

/** What anybody was told is on the disk, in its place; the numbers have no gap, and no id is there twice. */
function kept({ disk, told, life, start, room }: SimulatedServer): readonly string[] {
  const wrong: string[] = [];
  for (const entry of told.get(life) ?? [])
    if (canonicalText(disk[entry.seq - 1]) !== canonicalText(entry))
      wrong.push(`entry ${entry.seq} was told and is not on the disk`);
  if (disk.some(({ seq }, i) => seq !== i + 1)) wrong.push("the numbers on the disk have a gap");
  const keys = disk.map((entry) => keyOf(entry, entry.id));
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined) wrong.push(`${twice} was accepted twice`);
  const undone = disk.flatMap((entry) => (entry.undoes === undefined ? [] : [keyOf(entry, entry.undoes)]));
  if (new Set(undone).size !== undone.length) wrong.push("something was taken back twice");
  const after = disk.reduce((document, { changes }) => apply(document, changes), start);
  if (canonicalText(after) !== canonicalText(room?.document))
    wrong.push("the disk leads to another document than the room has");
  return wrong;
}

/** Everything that was sent is accepted, was so already, or is in the tray (or was taken out of it by the person). */
function accounted(server: SimulatedServer, { name, sent, shown, settled }: SimulatedClient): readonly string[] {
  const accepted = new Set([...server.told.values()].flat().map((entry) => keyOf(entry, entry.id)));
  const here = new Set((server.told.get(server.life) ?? []).map((entry) => keyOf(entry, entry.id)));
  const tray = new Set(shown?.tray.map(({ id }) => id));
  return [...sent.keys()].flatMap((key) => {
    const { id } = sent.get(key) as Sent;
    const isAccounted = accepted.has(key) || server.unchanged.has(id) || tray.has(id) || settled.has(id);
    if (!isAccounted) return [`${name}: ${id} was sent and nobody knows what became of it`];
    return here.has(key) && tray.has(id) ? [`${name}: ${id} was accepted and is in the tray`] : [];
  });
}

/** Nothing was accepted that its author would not have done on what was there: no value that they had not seen was replaced. */
function justified({ start, disk, life }: SimulatedServer, clients: readonly SimulatedClient[]): readonly string[] {
  const sent = new Map(clients.flatMap((client) => [...client.sent]));
  const states = [start];
  for (const { changes } of disk) states.push(apply(states[states.length - 1] as Document, changes));
  return disk.flatMap((entry) => {
    const its = sent.get(keyOf(entry, entry.id));
    if (!its || its.life !== life || entry.undoes !== undefined) return [];
    const own = disk
      .slice(its.base, entry.seq - 1)
      .filter((one) => authorOf(one, one.id) === authorOf(entry, entry.id));
    // What somebody saw may be their own, which then was not accepted: what it hid was known to them.
    const saw = [its.saw, states[its.base] as Document];
    const before = states[entry.seq - 1] as Document;
    return [...overwritten(entry, saw, before, own), ...(own.length === 0 ? unfounded(entry, saw, before) : [])];
  });
}

function overwritten(
  entry: Entry,
  saw: readonly Document[],
  before: Document,
  own: readonly Entry[],
): readonly string[] {
  const mine = own.flatMap(({ changes }) => changes.flatMap(finer).map(textOf));
  return entry.changes.flatMap(finer).flatMap((change) => {
    if (isLayout(change) || mine.some((path) => path.startsWith(textOf(change)) || textOf(change).startsWith(path)))
      return [];
    const there = canonicalText(valueAt(before, pathOf(change)) ?? null);
    const seen = saw.map((document) =>
      canonicalText(valueAt(document, pathOf(followed(change, document, before))) ?? null),
    );
    const where = pathOf(change).join(".");
    return seen.includes(there) ? [] : [`${entry.id} replaced ${there} at ${where}, where its author saw ${seen[0]}`];
  });
}

/** A decision on a threat whose finding or score was another one than its author saw. */
function unfounded(entry: Entry, saw: readonly Document[], before: Document): readonly string[] {
  if (!entry.calls.some(({ name }) => isDecision(roomEngine.permission(name)))) return [];
  const named = new Set(entry.calls.flatMap(({ input }) => (input as { threats?: readonly string[] }).threats ?? []));
  const look = (document: Document) =>
    canonicalText(
      threatsOf(roomEngine.analysis(document, entry.at)).flatMap(({ id, finding, score, tier }) =>
        named.has(id) ? [[id, finding, score.factors, tier]] : [],
      ),
    );
  return saw.some((document) => look(document) === look(before))
    ? []
    : [`${entry.id} decided on what its author had not seen`];
}

/** The change as it was for who saw the thing under an earlier id. */
function followed(change: Change, saw: Document, before: Document): Change {
  if (valueAt(saw, pathOf({ ...change, field: [] })) !== undefined) return change;
  const was = valueAt(before, [...pathOf({ ...change, field: [] }), "was"]);
  const id = (Array.isArray(was) ? was : []).find(
    (one) => valueAt(saw, pathOf({ ...change, id: one, field: [] })) !== undefined,
  );
  return id === undefined ? change : { ...change, id };
}

function textOf(change: Change): string {
  return `${pathOf(change).join("\n")}\n`;
}

function valueAt(document: Document, path: readonly string[]): unknown {
  let value: unknown = document;
  for (const key of path) {
    if (Array.isArray(value)) value = value.includes(key) ? true : undefined;
    else value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value;
}
