// The room handoff: what the engineers get. Tickets by feature and component with their criteria, what is missing, and who signed it.
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelection } from "../../data/selection.ts";
import { useWorld } from "../../frame/inspector/world.ts";
import { RoomHead } from "../../kit/layout.tsx";
import { handoff } from "../../strings/en/handoff.ts";
import { addStrings } from "../../strings/i18n.ts";
import type { FullWorld } from "../mitigation/control-detail.tsx";
import { answers } from "./answers.ts";
import { completenessOf } from "./completeness.ts";
import { GroupNav } from "./group-nav.tsx";
import { everything, groupsOf, kindOfGroup, nameOfGroup } from "./groups.ts";
import { handedOver } from "./handed-over.ts";
import { MissingList } from "./missing-list.tsx";
import { SignOff } from "./sign-off.tsx";
import { TicketList } from "./ticket-list.tsx";

addStrings({ handoff });

export function Handoff() {
  const { t } = useTranslation();
  const world = useWorld();
  if (!world?.texts) return <p className="p-5 text-soft">{t("frame.opening")}</p>;
  return <Room world={{ ...world, texts: world.texts }} />;
}

function Room({ world }: { readonly world: FullWorld }) {
  const { t } = useTranslation();
  const selection = useSelection();
  const { document, analysis, views } = world;
  const { specifications } = handedOver(world);
  const groups = useMemo(() => {
    const input = { document, analysis, threats: views.threats };
    return groupsOf(document, specifications, analysis.model.system).map((group) => ({
      group,
      completeness: completenessOf(group, input),
    }));
  }, [document, analysis, specifications, views.threats]);
  const [chosen, choose] = useState<string>();
  const here =
    groups.find(({ group }) => group.id === (chosen ?? groupOfSelection(selection?.id, groups))) ?? groups[0];
  if (!here) return null;
  return (
    <div className="@container flex min-h-full flex-col">
      <RoomHead title={t("frame.room.handoff")} answer={answers[0]?.answer(world, t)} />
      <div className="grid flex-1 gap-5 p-5 pb-16 @3xl:grid-cols-[15rem_minmax(0,1fr)]">
        <GroupNav groups={groups} chosen={here.group.id} choose={choose} />
        <div key={here.group.id} className="@container flex min-w-0 flex-col gap-5">
          <header>
            <p className="text-xs text-faint">{kindOfGroup(here.group, t)}</p>
            <h2 className="text-base font-semibold" dir="auto">
              {nameOfGroup(here.group, t)}
            </h2>
          </header>
          <div className="grid gap-5 @3xl:grid-cols-2">
            <MissingList group={here.group} completeness={here.completeness} world={world} />
            <SignOff group={here.group} world={world} />
          </div>
          <TicketList group={here.group} world={world} />
        </div>
      </div>
    </div>
  );
}

type Groups = readonly { readonly group: { readonly id: string } }[];

/** The group of what is selected: the thing or feature itself, or everything. */
function groupOfSelection(id: string | undefined, groups: Groups): string {
  return id !== undefined && groups.some(({ group }) => group.id === id) ? id : everything;
}
