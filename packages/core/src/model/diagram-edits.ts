// What diagram.yaml says of things follows them: gone with what is removed, under the new id of what is renamed.
import type { Change } from "./changes.ts";
import type { DiagramView } from "./diagram.ts";
import type { Document } from "./document.ts";
import { put, remove, set } from "./edits.ts";

/** The fields of a view that name sets of things, as paths. */
const sets = [["shows", "zones"], ["shows", "elements"], ["shows", "flows"], ["hides"]] as const;

/** Takes what no longer is off the drawing: places, sizes, and what views say of it. A view of a feature alone goes with the feature. */
export function takenOffDiagram({ diagram }: Document, gone: ReadonlySet<string>): readonly Change[] {
  const { positions = {}, sizes = {}, views = {} } = diagram ?? {};
  return [
    ...Object.entries(positions).flatMap(([id, at]) =>
      gone.has(id) || (at.in !== undefined && gone.has(at.in)) ? [remove("diagram.positions", id)] : [],
    ),
    ...Object.keys(sizes).flatMap((id) => (gone.has(id) ? [remove("diagram.sizes", id)] : [])),
    ...Object.entries(views).flatMap(([id, view]) => leavingView(id, view, gone)),
  ];
}

function leavingView(id: string, view: DiagramView, gone: ReadonlySet<string>): readonly Change[] {
  const { feature, ...others } = view.shows ?? {};
  const withoutFeature = feature !== undefined && gone.has(feature);
  if (withoutFeature && Object.keys(others).length === 0) return [remove("diagram.views", id)];
  return [
    ...(withoutFeature ? [set("diagram.views", id, ["shows", "feature"], undefined)] : []),
    ...eachSet(view, (field, members) =>
      members.some((member) => gone.has(member))
        ? [
            set(
              "diagram.views",
              id,
              field,
              members.filter((member) => !gone.has(member)),
            ),
          ]
        : [],
    ),
  ];
}

/** Says of the new id what the drawing said of the old one. */
export function renamedOnDiagram({ diagram }: Document, from: string, to: string): readonly Change[] {
  const { positions = {}, sizes = {}, views = {} } = diagram ?? {};
  const now = (id: string) => (id === from ? to : id);
  const moved = <T>(collection: string, id: string, value: T) => [
    ...(id === from ? [remove(collection, id)] : []),
    put(collection, now(id), value),
  ];
  return [
    ...Object.entries(positions).flatMap(([id, at]) =>
      id === from || at.in === from
        ? moved("diagram.positions", id, at.in === undefined ? at : { ...at, in: now(at.in) })
        : [],
    ),
    ...Object.entries(sizes).flatMap(([id, size]) => (id === from ? moved("diagram.sizes", id, size) : [])),
    ...Object.entries(views).flatMap(([id, view]) => [
      ...(view.shows?.feature === from ? [set("diagram.views", id, ["shows", "feature"], to)] : []),
      ...eachSet(view, (field, members) =>
        members.includes(from) ? [set("diagram.views", id, field, [...new Set(members.map(now))])] : [],
      ),
    ]),
  ];
}

function eachSet(
  view: DiagramView,
  change: (field: readonly string[], members: readonly string[]) => readonly Change[],
): readonly Change[] {
  return sets.flatMap((field) => {
    const members = field[0] === "hides" ? view.hides : view.shows?.[field[1]];
    return members ? change(field, members) : [];
  });
}
