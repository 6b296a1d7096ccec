// Following a person: this page goes where theirs goes, room, selection and view of the diagram, until somebody does something here.
import type { Peer } from "@parapet/live";
import { useEffect } from "react";
import { useLocation, useSearch } from "wouter";
import { create } from "zustand";
import { linkTo, selectionOf, useSelections } from "./selection.ts";
import { present, useWorkbench } from "./workbench.ts";

/** The session that is followed. */
export const useFollowed = create<{ readonly session: string | undefined }>(() => ({ session: undefined }));

/** Marks what may be pressed without ceasing to follow. */
export const followMark = "data-follow";

export function follow(session: string | undefined): void {
  useFollowed.setState({ session });
}

/** The person who is followed, while they are here. */
export function useFollowedPeer(): Peer | undefined {
  const session = useFollowed((state) => state.session);
  return useWorkbench((state) => state.peers.find((peer) => peer.session === session));
}

/** Tells the others in which room this person is and what is selected there. */
export function usePresence(): void {
  const [path] = useLocation();
  const selections = useSelections();
  const room = roomOf(path);
  useEffect(() => {
    const there = room === "decomposition" ? {} : { pointer: undefined, drag: undefined, view: undefined };
    present({ room, selected: selections.map(({ kind, id }) => `${kind}:${id}`), ...there });
  }, [room, selections]);
}

/** Goes after the person who is followed. */
export function useFollowing(): void {
  const [path, go] = useLocation();
  const search = useSearch();
  const model = useWorkbench((state) => state.model);
  const session = useFollowed((state) => state.session);
  const peer = useFollowedPeer();
  const place = peer && placeOf(model, peer);
  useEffect(() => {
    if (place !== undefined && place !== addressOf(path, search)) go(place, { replace: true });
  }, [place, path, search, go]);
  useEffect(() => {
    if (session === undefined) return;
    const stop = (event: Event) => {
      const onMark = event.target instanceof Element && event.target.closest(`[${followMark}]`) !== null;
      const turns =
        !(event instanceof KeyboardEvent) || event.key === "Enter" || event.key === " " || event.key === "Tab";
      if (!(onMark && turns)) follow(undefined);
    };
    const acts = ["pointerdown", "keydown", "wheel"] as const;
    for (const act of acts) addEventListener(act, stop, { capture: true, passive: true });
    return () => {
      for (const act of acts) removeEventListener(act, stop, { capture: true });
    };
  }, [session]);
  const isGone = session !== undefined && peer === undefined;
  useEffect(() => {
    if (isGone) follow(undefined);
  }, [isGone]);
}

/** The room in an address, with its part: `decomposition/surface`. */
export function roomOf(path: string): string {
  return path.split("/").slice(3).join("/").slice(0, 60) || "overview";
}

/** Where somebody is, as an address of this model; undefined when they say nothing that is one. */
export function placeOf(
  model: string,
  { presence: { room, selected = [] } }: Pick<Peer, "presence">,
): string | undefined {
  if (room === undefined || !/^[a-z][a-z-]*(?:\/[\w-]+)?$/.test(room)) return undefined;
  return linkTo(model, room, ...selected.map(selectionOf));
}

function addressOf(path: string, search: string): string {
  return search === "" ? path : `${path}?${search}`;
}
