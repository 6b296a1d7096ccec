// A mitigation that is chosen: where it stands, who sees to it until when, and what can be said of it next.
import { ticketsOf } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { useSelect } from "../../data/selection.ts";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { Problems } from "../../kit/problems.tsx";
import { handedOver } from "../handoff/handed-over.ts";
import { certaintyOfState } from "../handoff/state-certainty.ts";
import type { FullWorld } from "./control-detail.tsx";
import { Dropped, Implemented, MitigationOwner } from "./mitigation-steps.tsx";
import { SpecificationText } from "./specification-view.tsx";

const named = 4;

/** `readable`: its specification stands open. */
export function MitigationCard({
  id,
  world,
  readable,
}: {
  readonly id: string;
  readonly world: FullWorld;
  readonly readable: boolean;
}) {
  const { t } = useTranslation();
  const select = useSelect();
  const { problems, busy, sending } = useSending();
  const one = world.analysis.mitigations.find((mitigation) => mitigation.id === id);
  if (!one) return null;
  const { state, on, threats, ticket, criteria, platform, stack } = one;
  const met = world.analysis.criteria.filter(
    ({ mitigation, verdict }) => mitigation === id && verdict === "passed",
  ).length;
  const specification = handedOver(world).specification.get(id);
  const text = specification && ticketsOf([specification])[0];
  const things = on.slice(0, named).map(world.views.title).join(", ");
  const where = on.length > named ? t("mitigation.mitigation.more", { things, count: on.length - named }) : things;
  return (
    <li className="rounded-md border border-line bg-surface p-3 text-sm" data-mitigation={id}>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <span className="pt-1">
          <CertaintyMark certainty={certaintyOfState(state)} label="" />
        </span>
        <button
          type="button"
          className="min-w-0 flex-1 text-left font-medium hover:underline"
          onClick={() => select({ kind: "mitigation", id })}
        >
          {id} <span className="font-normal text-soft">{t(`inspector.state.${state}`)}</span>
        </button>
        <MitigationOwner one={one} className="w-56" />
      </div>
      <p className="text-xs text-soft" dir="auto">
        {t("mitigation.mitigation.on", { things: where })} ·{" "}
        {t("mitigation.mitigation.threats", { count: threats.length })} ·{" "}
        {t("mitigation.mitigation.criteria", { met, total: criteria.length })} ·{" "}
        {ticket === undefined ? t("mitigation.mitigation.noTicket") : t("mitigation.mitigation.ticket", { ticket })}
        {stack !== undefined && ` · ${t("mitigation.mitigation.stack", { stack: stackTitle(stack, world) })}`}
        {platform !== undefined && ` · ${t("mitigation.mitigation.platform", { platform })}`}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Implemented one={one} busy={busy} sending={sending} />
        <Dropped one={one} busy={busy} sending={sending} />
      </div>
      <Problems problems={problems} />
      {text && (
        <details open={readable} className="mt-2" data-specification="">
          <summary className="text-xs font-medium text-accent">{t("mitigation.spec.title")}</summary>
          <div className="mt-1 flex flex-col">
            <SpecificationText text={`# ${text.title}\n\n${text.body}`} />
          </div>
        </details>
      )}
    </li>
  );
}

function stackTitle(stack: string, { knowledge }: FullWorld): string {
  return knowledge.technologies.find(({ id }) => id === stack)?.title ?? stack.replaceAll("-", " ");
}
