// Notes on the shop's diagram: which marks there are, where they stand, and what settling does.
import { drawingOf } from "@parapet/core";
import { arrangedLayout, diagramGraph, scene } from "@parapet/reports/dfd";
import { expect, test } from "vitest";
import { after, type Example, example } from "../../testing/examples.ts";
import { noteMarks, pinAt, pinnedNotes } from "./notes.ts";

const shop = example("shop");

function drawn({ document }: Example) {
  const { system, elements, flows, zones, entryPoints } = drawingOf(document);
  const none = { threats: [], summary: { open: 0, asked: 0 } };
  const graph = diagramGraph({ elements, flows, zones, model: { system }, surface: { entryPoints }, ...none });
  const layout = arrangedLayout(graph, { positions: document.diagram?.positions, sizes: document.diagram?.sizes });
  return { layout, scene: scene(graph, layout, { inPlace: true }) };
}
const say = (about: string, text: string, more: object = {}) => ({
  name: "add-comment",
  input: { about, text, id: text.toLowerCase(), ...more },
});

test("marks count what is open on elements, zones and flows, without answers and without what is settled", async () => {
  const told = await after(shop, [
    say("edge", "One"),
    say("edge", "Two"),
    say("edge", "Reply", { "reply-to": "two" }),
    say("dmz", "Zone"),
    say("edge-to-storefront", "Flow"),
    say("model", "All"),
  ]);
  const before = new Set(noteMarks(shop.document, drawn(shop)).map(({ on }) => on));
  const marks = noteMarks(told.document, drawn(told)).filter(({ on }) => !before.has(on));
  expect(marks.map(({ on, count, text }) => [on, count, text])).toEqual([
    ["edge-to-storefront", 1, "Flow"],
    ["edge", 2, "One"],
    ["dmz", 1, "Zone"],
  ]);
  const { layout } = drawn(told);
  const box = layout.elements.edge;
  expect(marks[1]?.at).toEqual({ x: (box?.x ?? 0) + (box?.width ?? 0), y: box?.y });
  const settled = await after(told, [{ name: "resolve-comment", input: { id: "one" } }]);
  expect(noteMarks(settled.document, drawn(settled)).find(({ on }) => on === "edge")).toMatchObject({
    count: 1,
    text: "Two",
  });
});

test("a note on the ground is pinned to the zone there, and goes along when the zone is moved", async () => {
  const { layout } = drawn(shop);
  const zone = layout.zones.dmz ?? { x: 0, y: 0 };
  const at = { x: zone.x + 30, y: zone.y + 40 };
  const told = await after(shop, [say("model", "Here", { at: pinAt({ layout }, at, "dmz") })]);
  const place = (model: Example) =>
    pinnedNotes(model.document, drawn(model)).find(({ note }) => note.id === "here")?.at;
  expect(place(told)).toEqual(at);
  const positions = { dmz: { ...told.document.diagram?.positions?.dmz, x: 900, y: 900 } };
  const moved = await after(told, [{ name: "place-things", input: { positions } }]);
  expect(place(moved)).not.toEqual(at);
});
