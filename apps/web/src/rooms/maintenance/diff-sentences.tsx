// The sentences of a difference, section by section; a cause that is picked leaves its own.
import type { Cause, ModelDiff } from "@parapet/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../data/selection.ts";
import { Button } from "../../kit/button.tsx";
import { ChangeMark } from "./change-mark.tsx";
import { causeCounts, type DiffLine, type LineSection, linesOf, linesSince } from "./diff-lines.ts";

const shownLines = 10;

export function DiffSentences({ diff }: { readonly diff: ModelDiff }) {
  const { t } = useTranslation();
  const sections = useMemo(() => linesOf(diff), [diff]);
  const [cause, setCause] = useState<Cause>();
  const counts = causeCounts(sections);
  const picked = counts.some(([one]) => one === cause) ? cause : undefined;
  return (
    <div className="flex flex-col gap-4">
      {counts.length > 1 && (
        <label className="flex items-center gap-2 text-sm">
          <span className="text-soft">{t("maintenance.comparison.cause")}</span>
          <select
            value={picked ?? ""}
            onChange={({ target }) => setCause((target.value || undefined) as Cause | undefined)}
            className="rounded-md border border-line-strong/60 bg-surface px-2 py-1"
          >
            <option value="">{t("maintenance.comparison.everyCause")}</option>
            {counts.map(([one, count]) => (
              <option key={one} value={one}>
                {t(`maintenance.comparison.causeOf.${one}`)} ({count})
              </option>
            ))}
          </select>
        </label>
      )}
      {linesSince(sections, picked).map((section) => (
        <Lines key={section.title} section={section} />
      ))}
    </div>
  );
}

function Lines({ section: { title, lines } }: { readonly section: LineSection }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, shownLines);
  return (
    <section aria-label={title}>
      <h3 className="mb-1 flex items-baseline gap-2 text-sm font-semibold">
        {title} <span className="text-xs font-normal text-faint">{lines.length}</span>
      </h3>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {shown.map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button look="quiet" className="mt-1" onClick={() => setAll(true)}>
          {t("maintenance.comparison.all", { count: lines.length })}
        </Button>
      )}
    </section>
  );
}

function Line({ line: { text, change, selection } }: { readonly line: DiffLine }) {
  const select = useSelect();
  return (
    <li className="flex items-start gap-2 px-3 py-1.5 text-sm">
      <span className="mt-1">
        <ChangeMark change={change} />
      </span>
      {selection ? (
        <button
          type="button"
          className="min-w-0 flex-1 text-left hover:underline"
          dir="auto"
          onClick={() => select(selection)}
        >
          {text}
        </button>
      ) : (
        <span className="min-w-0 flex-1" dir="auto">
          {text}
        </span>
      )}
    </li>
  );
}
