// One proposal: its reasons, its things to take or leave, what taking them does, and the two buttons.
import { type CommandCall, goesAlong, isMoved, type Proposal, proposedCount, proposedThings } from "@parapet/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { useConsequences } from "../../data/use-consequences.ts";
import { call } from "../../data/workbench.ts";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { Problems } from "../../kit/problems.tsx";
import { ProposalEffect } from "./proposal-effect.tsx";
import { acceptedChanges } from "./proposed-rows.ts";
import { type Altered, ProposedThingRow } from "./proposed-thing.tsx";

export function ProposalCard({
  proposal,
  world,
  settled,
}: {
  readonly proposal: Proposal;
  readonly world: World;
  readonly settled: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const { problems, busy, sending } = useSending();
  const all = useMemo(() => proposedThings(proposal.changes), [proposal]);
  const things = all.filter((thing) => !goesAlong(thing));
  const moved = all.filter(isMoved);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [altered, setAltered] = useState<Readonly<Record<string, Altered>>>({});
  const [why, setWhy] = useState("");
  const chosen = new Set(things.map(({ fingerprint }) => fingerprint).filter((one) => !left.has(one)));
  const count = things.length === 0 ? proposedCount(proposal.changes) : chosen.size;
  const changes = acceptedChanges(all, chosen, proposal.changes);
  const consequence = useConsequences(chosen.size > 0 ? { [proposal.id]: { changes } } : {})[proposal.id];
  const accept = async () => {
    const calls: CommandCall[] = [call("accept-observed", { changes })];
    for (const { fingerprint, id } of things) {
      const { title, zone } = (chosen.has(fingerprint) && altered[fingerprint]) || {};
      if (title) calls.push(call("set-field", { id, field: "title", value: title }));
      if (zone) calls.push(call("set-field", { id, field: "zone", value: zone }));
    }
    if (await sending(t("maintenance.proposals.didAccept", { count }), ...calls)) await settled();
  };
  const refuse = async () => {
    const reason = why.trim() === "" ? {} : { why: why.trim() };
    const refused = things.filter(({ fingerprint }) => chosen.has(fingerprint));
    const calls = refused.map(({ fingerprint, title }) => call("refuse-proposal", { fingerprint, title, ...reason }));
    if (await sending(t("maintenance.proposals.didRefuse", { count: refused.length }), ...calls)) await settled();
  };
  const take = (fingerprint: string, taken: boolean) =>
    setLeft((before) => new Set(taken ? [...before].filter((one) => one !== fingerprint) : [...before, fingerprint]));
  return (
    <div className="mt-2 flex flex-col gap-3">
      {chosen.size > 0 && <ProposalEffect consequence={consequence} />}
      <details>
        <summary className="text-xs font-medium text-soft">{t("maintenance.proposals.reasons")}</summary>
        <ul className="mt-1 list-disc pl-5 text-sm text-soft" dir="auto">
          {proposal.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      {things.length > 0 && (
        <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
          {things.map((thing) => (
            <ProposedThingRow
              key={thing.fingerprint}
              thing={thing}
              world={world}
              taken={chosen.has(thing.fingerprint)}
              take={(taken) => take(thing.fingerprint, taken)}
              altered={altered[thing.fingerprint] ?? {}}
              alter={(value) => setAltered((before) => ({ ...before, [thing.fingerprint]: value }))}
            />
          ))}
        </ul>
      )}
      {moved.length > 0 && (
        <p className="text-xs text-soft">{t("maintenance.proposals.moved", { count: moved.length })}</p>
      )}
      <Problems problems={problems} />
      <div className="flex flex-wrap items-end gap-2">
        <Button look="main" disabled={busy || (chosen.size === 0 && things.length > 0)} onClick={() => void accept()}>
          {t("maintenance.proposals.accept", { count })}
        </Button>
        <Button disabled={busy || chosen.size === 0} onClick={() => void refuse()}>
          {t("maintenance.proposals.refuse", { count: chosen.size })}
        </Button>
        <TextField label={t("maintenance.proposals.why")} value={why} onValue={setWhy} className="min-w-48 flex-1" />
      </div>
    </div>
  );
}
