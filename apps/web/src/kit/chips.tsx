// Small marks: tiers with a letter and a shape, STRIDE letters as monograms, statuses as words with their certainty.
import { type Status, type Strength, type StrideCategory, strideLetter, type Tier } from "@parapet/core";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { type Certainty, CertaintyMark } from "./certainty.tsx";

const tierShape: Readonly<Record<Tier, string>> = { critical: "◆", high: "▲", medium: "■", low: "●" };
const tierInk: Readonly<Record<Tier, string>> = {
  critical: "text-critical bg-critical-soft",
  high: "text-high bg-high-soft",
  medium: "text-medium bg-medium-soft",
  low: "text-low bg-low-soft",
};

/** C ◆, H ▲, M ■, L ●: colour never says it alone. */
export function TierChip({ tier, long = false }: { readonly tier: Tier; readonly long?: boolean }) {
  const { t } = useTranslation();
  const name = t(`words.tier.${tier}`);
  return (
    <span
      title={name}
      className={clsx(
        "inline-flex shrink-0 items-center gap-1 rounded px-1.5 text-2xs font-semibold leading-5 whitespace-nowrap",
        tierInk[tier],
      )}
    >
      <span aria-hidden="true">{tierShape[tier]}</span>
      {long ? name : <span aria-hidden="true">{name.slice(0, 1)}</span>}
      {!long && <span className="sr-only">{name}</span>}
    </span>
  );
}

/** The letter of a STRIDE category. */
export function StrideChip({ category }: { readonly category: StrideCategory }) {
  const { t } = useTranslation();
  const name = t(`words.stride.${category}`);
  return (
    <abbr
      title={name}
      className="inline-flex size-5 shrink-0 items-center justify-center rounded border border-line font-mono text-2xs font-semibold text-soft no-underline"
    >
      {strideLetter[category]}
    </abbr>
  );
}

/** How sure a status is: only evidence and what a source shows is solid. */
export function certaintyOf(status: Status, strength?: Strength): Certainty {
  if (status === "asked") return "hatched";
  if (status === "orphaned" || status === "avoided") return "struck";
  if (status === "verified") return "solid";
  if (status === "addressed") return strength === "verified" || strength === "observed" ? "solid" : "hollow";
  return status === "open" || status === "assessed" ? "solid" : "hollow";
}

/** A status in a word, with the mark of its certainty. */
export function StatusChip({
  status,
  strength,
}: {
  readonly status: Status;
  readonly strength?: Strength | undefined;
}) {
  const { t } = useTranslation();
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-xs whitespace-nowrap text-soft">
      <CertaintyMark certainty={certaintyOf(status, strength)} label="" />
      {t(`words.status.${status}`)}
    </span>
  );
}
