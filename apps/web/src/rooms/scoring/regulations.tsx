// Regulations that the unsettled threats touch; one of them is a look at the backlog.
import { nameOfRegulation } from "@parapet/core";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { TierChip } from "../../kit/chips.tsx";
import { Section } from "../../kit/layout.tsx";
import type { Touched } from "./regulations.ts";

export interface RegulationsProps {
  readonly lines: readonly Touched[];
  /** The scope says which apply; while it does not, the lines are those that may. */
  readonly named: boolean;
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
}

export function Regulations({ lines, named, chosen, choose }: RegulationsProps) {
  const { t } = useTranslation();
  return (
    <Section title={t("scoring.regulations.title")}>
      {lines.length === 0 && <p className="text-xs text-faint">{t("scoring.regulations.none")}</p>}
      {lines.length > 0 && !named && <p className="text-xs text-faint">{t("scoring.regulations.unnamed")}</p>}
      <ul className="flex flex-col">
        {lines.map(({ id, open, asked, claimed, worst }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={chosen === id}
              title={t("scoring.regulations.show", { id: nameOfRegulation(id) })}
              onClick={() => choose(chosen === id ? undefined : id)}
              className={clsx(
                "flex w-full flex-wrap items-center gap-x-3 rounded-md px-2 py-1 text-left text-sm hover:bg-sunken",
                chosen === id && "bg-accent-soft text-accent",
              )}
            >
              <span className="min-w-20 font-medium">{nameOfRegulation(id)}</span>
              <span className="flex-1 text-xs text-soft">
                {t("scoring.regulations.counts", { open, asked, claimed })}
              </span>
              {worst && <TierChip tier={worst} />}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
