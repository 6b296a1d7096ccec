// How the model stands: a bar per tier, where open is solid, asked is hatched and addressed is hollow, and the same for risk.
import type { Analysis, Tier } from "@parapet/core";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { TierChip } from "../../kit/chips.tsx";
import { Section } from "../../kit/layout.tsx";
import { type Glance, glanceOf, type TierBar, worstOpen } from "./glance.ts";

const inks: Readonly<Record<Tier, string>> = {
  critical: "text-critical",
  high: "text-high",
  medium: "text-medium",
  low: "text-low",
};

export function GlanceCard({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useTranslation();
  const glance = glanceOf(analysis);
  const { accepted, latent, surface, notExamined } = analysis.summary;
  const model = useWorkbench((state) => state.model);
  const more = [
    [accepted, t("overview.more.accepted"), "validation"],
    [latent, t("overview.more.latent"), "enumeration"],
    [surface, t("overview.more.surface"), "decomposition/surface"],
    [notExamined, t("overview.more.notExamined", { count: notExamined }), "enumeration"],
  ] as const;
  return (
    <Section title={t("overview.glance")} note={<Legend />}>
      <ul className="flex flex-col gap-1">
        {glance.bars.map((bar) => (
          <TierLine key={bar.tier} bar={bar} most={glance.most} />
        ))}
      </ul>
      <RiskLine glance={glance} />
      <Worst analysis={analysis} />
      {glance.claimed > 0 && <p className="text-xs text-soft">{t("overview.claimed", { count: glance.claimed })}</p>}
      <dl className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-soft">
        {more.map(([value, name, room]) => (
          <div key={name} className="flex items-baseline gap-1">
            <dd className="text-sm font-semibold text-ink">{value}</dd>
            <dt>
              <Link href={linkTo(model, room)} className="hover:underline">
                {name}
              </Link>
            </dt>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Names the worst open threat: the first thing that is asked of a threat model. */
function Worst({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const worst = worstOpen(analysis);
  if (!worst) return null;
  const { id, title, tier, current } = worst;
  return (
    <p className="mt-2 text-sm" data-worst="">
      <span className="text-soft">{t("overview.worst")}</span> <TierChip tier={tier} />{" "}
      <Link href={linkTo(model, "enumeration", { kind: "threat", id })} className="hover:underline" dir="auto">
        {title}
      </Link>{" "}
      <span className="text-soft">{t("overview.worstRisk", { risk: Math.round(current) })}</span>
    </p>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <span className="flex gap-3 text-2xs">
      {(["open", "asked", "addressed"] as const).map((part) => (
        <span key={part} className="flex items-center gap-1">
          <span aria-hidden="true" className={clsx("h-2.5 w-4 rounded-sm text-soft", looks[part])} />
          {t(`overview.legend.${part}`)}
        </span>
      ))}
    </span>
  );
}

const looks = {
  open: "bg-current",
  asked: "hatched border border-current",
  addressed: "border border-current opacity-60",
} as const;

function TierLine({ bar: { tier, open, asked, addressed }, most }: { readonly bar: TierBar; readonly most: number }) {
  const { t } = useTranslation();
  const label = t("overview.tierRow", { tier: t(`words.tier.${tier}`), open, asked, addressed });
  const wide = (count: number) => ({ width: `${(count / most) * 100}%` });
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)_8.5rem] items-center gap-2 text-xs">
      <TierChip tier={tier} long />
      <span role="img" aria-label={label} title={label} className={clsx("flex h-3.5 gap-px", inks[tier])}>
        {open > 0 && <span className={clsx("moves min-w-1 rounded-sm", looks.open)} style={wide(open)} />}
        {asked > 0 && <span className={clsx("moves min-w-1 rounded-sm", looks.asked)} style={wide(asked)} />}
        {addressed > 0 && (
          <span className={clsx("moves min-w-1 rounded-sm", looks.addressed)} style={wide(addressed)} />
        )}
      </span>
      <span className="text-right text-soft">{t("overview.openAsked", { open, asked })}</span>
    </li>
  );
}

/** Risk: what is open, what questions hide, what is addressed. */
function RiskLine({
  glance: { openRisk, hiddenRisk, addressedRisk, questions, applying },
}: {
  readonly glance: Glance;
}) {
  const { t } = useTranslation();
  const most = Math.max(1, openRisk + hiddenRisk + addressedRisk);
  const parts = [
    ["open", openRisk, t("overview.risk.open")],
    [
      "asked",
      hiddenRisk,
      [
        t("overview.risk.hidden", { count: questions }),
        applying > 0 ? t("overview.risk.applying", { count: applying }) : "",
      ].join(""),
    ],
    ["addressed", addressedRisk, t("overview.risk.addressed")],
  ] as const;
  return (
    <div className="mt-3">
      <div aria-hidden="true" className="flex h-3.5 gap-px text-ink">
        {parts.map(([part, value]) => (
          <span
            key={part}
            className={clsx("moves min-w-1 rounded-sm", looks[part])}
            style={{ width: `${(value / most) * 100}%` }}
          />
        ))}
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-4 text-xs text-soft">
        {parts.map(([part, value, name]) => (
          <li key={part}>
            <strong className="text-sm font-semibold text-ink">{value}</strong> {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
