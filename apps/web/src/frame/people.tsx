// Who is here and where. Pressing a person follows them: this page goes where theirs goes, until something is done here.
import { stageIds } from "@parapet/core";
import type { Peer } from "@parapet/live";
import type { TFunction } from "i18next";
import { Popover } from "radix-ui";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { follow, followMark, useFollowed, useFollowedPeer } from "../data/following.ts";
import { selectionOf } from "../data/selection.ts";
import { useViews, type Views } from "../data/views.ts";
import { useWorkbench } from "../data/workbench.ts";
import { Button } from "../kit/button.tsx";

import { inkOf } from "./inks.ts";

const shown = 4;
const rooms = ["overview", "workshop", ...stageIds] as const;

export function People() {
  const { t } = useTranslation();
  const you = useWorkbench((state) => state.shown?.you);
  const others = useOthers();
  const count = 1 + others.length;
  return (
    <div className="flex items-center gap-1" {...{ [followMark]: "" }}>
      <ul aria-label={t("frame.people.here", { count })} className="flex items-center -space-x-1">
        <li
          title={t("frame.people.you", { name: you?.name ?? "" })}
          className="flex size-7 items-center justify-center rounded-full border-2 border-surface bg-accent-soft text-2xs font-semibold text-accent"
        >
          {initials(you?.name ?? "")}
        </li>
        {others.slice(0, shown).map((peer) => (
          <li key={peer.session}>
            <Face peer={peer} />
          </li>
        ))}
      </ul>
      {others.length > 0 && <Everybody others={others} />}
    </div>
  );
}

/** The others as long as they say nothing new of their name, room and selection: where their pointers are is nothing for here. */
function useOthers(): readonly Peer[] {
  const kept = useRef<readonly Peer[]>([]);
  return useWorkbench(({ peers, shown }) => {
    const others = peers.filter(({ session }) => session !== shown?.you?.session);
    const before = kept.current;
    const same = others.length === before.length && others.every((peer, i) => isPlaced(peer, before[i] as Peer));
    if (!same) kept.current = others;
    return kept.current;
  });
}

/** True when two say the same of who somebody is and where. */
function isPlaced(a: Peer, b: Peer): boolean {
  const told = ({ session, name, guest, presence: { room, selected = [] } }: Peer) =>
    [session, name, guest, room, ...selected].join(" ");
  return a === b || told(a) === told(b);
}

function Face({ peer }: { readonly peer: Peer }) {
  const { t } = useTranslation();
  const views = useViews();
  const isFollowed = useFollowed((state) => state.session === peer.session);
  const label = t("frame.people.follow", { name: nameOf(peer, t), where: whereOf(peer, views, t) });
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isFollowed}
      title={label}
      onClick={() => follow(isFollowed ? undefined : peer.session)}
      className="flex size-7 items-center justify-center rounded-full border-2 border-surface text-2xs font-semibold text-white aria-pressed:outline-2 aria-pressed:outline-focus"
      style={{ background: inkOf(peer.session) }}
    >
      {initials(peer.name)}
    </button>
  );
}

/** Everybody with the place where they are. */
function Everybody({ others }: { readonly others: readonly Peer[] }) {
  const { t } = useTranslation();
  const views = useViews();
  const followed = useFollowed((state) => state.session);
  return (
    <Popover.Root modal={false}>
      <Popover.Trigger asChild>
        <Button look="quiet" className="px-1.5!" aria-label={t("frame.people.where", { count: others.length })}>
          {others.length + 1}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          aria-label={t("frame.people.where", { count: others.length })}
          className="z-50 w-72 rounded-lg border border-line bg-surface p-2 text-sm shadow-raised"
          {...{ [followMark]: "" }}
        >
          <ul className="flex flex-col gap-1">
            {others.map((peer) => (
              <li key={peer.session} className="flex items-center gap-2 px-1">
                <span className="size-2.5 shrink-0 rounded-full" style={{ background: inkOf(peer.session) }} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium" dir="auto">
                    {nameOf(peer, t)}
                  </span>
                  <span className="block truncate text-xs text-faint" dir="auto">
                    {whereOf(peer, views, t)}
                  </span>
                </span>
                <Button
                  look="quiet"
                  aria-pressed={followed === peer.session}
                  onClick={() => follow(followed === peer.session ? undefined : peer.session)}
                >
                  {t(followed === peer.session ? "frame.people.unfollow" : "frame.people.followThem")}
                </Button>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Says who is followed, and how it ends. */
export function FollowLine() {
  const { t } = useTranslation();
  const peer = useFollowedPeer();
  if (!peer) return null;
  return (
    <p role="status" className="border-b border-accent bg-accent-soft px-5 py-1 text-sm text-accent">
      {t("frame.people.following", { name: nameOf(peer, t) })}
    </p>
  );
}

function initials(name: string): string {
  return name.slice(0, 2).toUpperCase();
}

function nameOf({ name, guest }: Peer, t: TFunction): string {
  return guest ? t("frame.people.guest", { name }) : name;
}

/** The room, and the first thing that is selected in it. */
function whereOf({ presence: { room = "", selected = [] } }: Peer, views: Views | undefined, t: TFunction): string {
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
