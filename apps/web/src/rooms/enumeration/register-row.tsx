// Rows of the register: a group with its count and risk, a threat with why, what would settle it and what removes it.
import { factInWords, type Threat } from "@parapet/core";
import { clsx } from "clsx";
import { ChevronDown, ChevronRight } from "lucide-react";
import { type KeyboardEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import { useViews } from "../../data/views.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { StatusChip, StrideChip, TierChip } from "../../kit/chips.tsx";
import { certaintyOfSource } from "../../kit/fact-certainty.ts";
import type { Row } from "./filter.ts";

interface GroupRowProps {
  readonly row: Extract<Row, { kind: "group" }>;
  readonly closed: boolean;
  readonly turn: (key: string) => void;
}

export const GroupRow = memo(function GroupRow({ row, closed, turn }: GroupRowProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      aria-expanded={!closed}
      onClick={() => turn(row.key)}
      className="flex h-full w-full items-center gap-2 bg-sunken px-3 text-left text-sm font-medium"
    >
      {closed ? <ChevronRight size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
      <span className="min-w-0 flex-1 truncate" dir="auto" title={row.title}>
        {row.title}
      </span>
      <span className="text-xs font-normal text-soft">
        {t("enumeration.register.count", { count: row.count })} · {t("words.risk")} {row.risk}
      </span>
    </button>
  );
});

interface ThreatRowProps {
  readonly threat: Threat;
  readonly here: boolean;
  readonly marked: boolean;
  readonly mark: (id: string) => void;
  readonly open: (id: string) => void;
  readonly move: (event: KeyboardEvent, index: number) => void;
  readonly index: number;
  readonly isWide: boolean;
}

/** Drawn once, however far the register is scrolled: only rows that come are new. */
export const ThreatRow = memo(function ThreatRow({
  threat,
  here,
  marked,
  mark,
  open,
  move,
  index,
  isWide,
}: ThreatRowProps) {
  const { t } = useTranslation();
  const { id, tier, categories } = threat;
  const title = useViews()?.say(threat) ?? threat.title;
  return (
    <div className={clsx("flex h-full items-start gap-2 px-3 py-1.5", here && "bg-accent-soft/50")}>
      <input
        type="checkbox"
        aria-label={t("enumeration.register.select", { title })}
        checked={marked}
        onChange={() => mark(id)}
        className="mt-1 accent-accent"
      />
      <TierChip tier={tier} />
      <button
        type="button"
        data-open=""
        onClick={() => open(id)}
        onKeyDown={(event) => move(event, index)}
        className="grid min-w-0 flex-1 grid-cols-1 gap-x-4 text-left @2xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
      >
        <span className="min-w-0">
          <span className="line-clamp-2 text-sm font-medium leading-5 @2xl:line-clamp-1" title={title} dir="auto">
            {title}
          </span>
          <Why threat={threat} />
          {!isWide && (
            <span className="flex items-center gap-2 text-xs text-soft">
              <Standing threat={threat} />
            </span>
          )}
        </span>
        <Settles threat={threat} />
      </button>
      <span className="hidden shrink-0 gap-0.5 @2xl:flex">
        {categories.map((category) => (
          <StrideChip key={category} category={category} />
        ))}
      </span>
      {isWide && (
        <span className="flex w-24 shrink-0 flex-col items-end text-xs">
          <Standing threat={threat} />
        </span>
      )}
    </div>
  );
});

/** Its status, its risk, and whose it is. */
function Standing({ threat: { status, strength, current, owner } }: { readonly threat: Threat }) {
  const { name } = usePeople();
  const risk = Math.round(current);
  const whose = owner === undefined ? undefined : name(owner);
  return (
    <>
      <StatusChip status={status} strength={strength} />
      <span className="max-w-full truncate text-soft" dir="auto" title={whose}>
        {whose === undefined ? risk : `${risk} · ${whose}`}
      </span>
    </>
  );
}

/** The reason that decides: the first fact that is not structure, with the mark of its certainty. */
function Why({ threat }: { readonly threat: Threat }) {
  const { t } = useTranslation();
  const [first, second] = [...threat.because].sort((a, b) => weight(b.from) - weight(a.from));
  return (
    <span
      className="flex items-center gap-1.5 truncate text-xs text-soft"
      title={[first, second].flatMap((reason) => (reason ? [sayOf(reason)] : [])).join(" · ")}
    >
      {[first, second].map(
        (reason) =>
          reason && (
            <span key={reason.fact} className="flex min-w-0 items-center gap-1">
              <CertaintyMark certainty={certaintyOfSource(reason.from)} />
              <span className="truncate">{sayOf(reason)}</span>
            </span>
          ),
      )}
      {threat.because.length === 0 && t("words.none")}
    </span>
  );
}

function sayOf({ fact, value }: Threat["because"][number]): string {
  return `${factInWords(fact)}: ${value}`;
}

function weight(from: string): number {
  return /^(unknown|contradicted)/.test(from) ? 2 : /^derived/.test(from) ? 0 : 1;
}

function Settles({ threat }: { readonly threat: Threat }) {
  const { t } = useTranslation();
  const views = useViews();
  const controls = useWorkbench((state) => state.knowledge?.controls);
  const ask = threat.asks?.[0];
  const question = views?.analysis.questions.find(({ id }) => id === ask)?.text;
  const control = controls?.find(({ id }) => id === threat.controls[0])?.title;
  return (
    <span className="hidden min-w-0 text-xs text-soft @2xl:block">
      {question !== undefined && (
        <span className="block truncate" title={question} dir="auto">
          <span className="text-faint">{t("enumeration.register.columns.settles")}: </span>
          {question}
        </span>
      )}
      {control !== undefined && (
        <span className="block truncate" title={control}>
          <span className="text-faint">{t("enumeration.register.columns.removes")}: </span>
          {control}
        </span>
      )}
    </span>
  );
}
