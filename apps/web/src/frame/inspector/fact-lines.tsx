// Facts, each with the mark of its certainty and where it comes from.
import { useTranslation } from "react-i18next";
import { CertaintyMark } from "../../kit/certainty.tsx";
import type { FactLine } from "./subject.ts";

export function FactLines({ facts }: { readonly facts: readonly FactLine[] }) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-col gap-1.5">
      {facts.map(({ fact, value, from, certainty, seen }) => (
        <li key={`${fact} ${value} ${from}`} className="flex items-start gap-2 text-sm">
          <span className="pt-1">
            <CertaintyMark certainty={certainty} />
          </span>
          <span className="min-w-0">
            <span className={certainty === "struck" ? "line-through" : undefined}>
              {fact}: <strong className="font-medium">{value}</strong>
            </span>
            {from !== value && (
              <span className="block text-xs text-faint" dir="auto">
                {seen ? t("inspector.seenProtocol", { ...seen }) : from}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
