// Who a person is called here, and where they are, in words.
import { stageIds } from "@parapet/core";
import type { Peer } from "@parapet/live";
import type { TFunction } from "i18next";
import type { PeopleKnown } from "../data/people.ts";
import { selectionOf } from "../data/selection.ts";
import type { Views } from "../data/views.ts";

const rooms = ["overview", "workshop", ...stageIds] as const;

/** The name of a person; of a guest, that they are one. */
export function nameOf({ name, guest }: Peer, t: TFunction, called: PeopleKnown["name"]): string {
  return guest ? t("frame.people.guest", { name }) : called(name);
}

/** The room, and the first thing that is selected in it. */
export function whereOf(
  { presence: { room = "", selected = [] } }: Peer,
  views: Views | undefined,
  t: TFunction,
): string {
  const [first = ""] = room.split("/");
  const id = rooms.find((one) => one === first);
  const place =
    id === undefined
      ? t("frame.people.nowhere")
      : id === "overview" || id === "workshop"
        ? t(`frame.${id}`)
        : t(`frame.room.${id}`);
  const at = selectionOf(selected[0] ?? "");
  return at && views
    ? t("frame.people.at", { place, thing: views.threat.get(at.id)?.title ?? views.title(at.id) })
    : place;
}
