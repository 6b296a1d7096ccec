// The list behind the faces of the top bar: all others who are here, each with the place where they are.
import type { Peer } from "@parapet/live";
import { Popover } from "radix-ui";
import { useTranslation } from "react-i18next";
import { follow, followMark, useFollowed } from "../data/following.ts";
import { usePeople } from "../data/people.ts";
import { useViews } from "../data/views.ts";
import { Button } from "../kit/button.tsx";
import { inkOf } from "./inks.ts";
import { nameOf, whereOf } from "./whereabouts.ts";

/** Everybody with the place where they are. */
export function Everybody({ others }: { readonly others: readonly Peer[] }) {
  const { t } = useTranslation();
  const people = usePeople();
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
                    {nameOf(peer, t, people.name)}
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
