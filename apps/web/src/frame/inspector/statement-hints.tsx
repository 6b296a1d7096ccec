// Which parts of a good statement a sentence has, and for what it lacks an example from this model. One sentence stays enough.
import {
  type Document,
  exampleAt,
  exampleOfPart,
  missingParts,
  namesForStatements,
  type StatementPart,
  statementParts,
  withPart,
} from "@parapet/core";
import { Check, Circle } from "lucide-react";
import { useDeferredValue, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../data/workbench.ts";
import { Key } from "../../kit/button.tsx";
import type { TypedStatement } from "./typed-statement.tsx";

const noDocument = { model: { parapet: 1, system: "" } } as Document;

export function StatementHints({ say, setSay, subject, field }: TypedStatement) {
  const { t } = useTranslation();
  const document = useWorkbench((state) => state.document) ?? noDocument;
  const names = useMemo(() => namesForStatements(document), [document]);
  const settled = useDeferredValue(say);
  // What the threat is raised on suffers from it, whether the sentence names it or not.
  const missing = useMemo(
    () => missingParts(settled, names).filter((part) => part !== "affected" || subject === "model"),
    [settled, names, subject],
  );
  const [next] = missing;
  const example = (part: StatementPart) => exampleOfPart(part, document, subject);
  const taken = useRef<number>(undefined);
  const take = (part: StatementPart) => {
    const phrase = example(part);
    const whole = withPart(say, part, phrase);
    const at = exampleAt(whole, phrase);
    taken.current = at;
    setSay(whole);
    const input = field.current;
    input?.focus();
    // It is an example: what is typed next takes its place.
    requestAnimationFrame(() => {
      if (!input) return;
      input.setSelectionRange(at, input.value.length);
      // The end of a long sentence is where it goes on.
      input.scrollLeft = input.scrollWidth;
    });
  };
  // The arrow to the right at the end of the line takes the example that is shown, and so one after the other.
  useEffect(() => {
    const input = field.current;
    const pressed = (event: KeyboardEvent) => {
      if (!input || next === undefined || event.key !== "ArrowRight") return;
      const { selectionStart, selectionEnd, value } = input;
      const atEnd =
        selectionEnd === value.length && (selectionStart === value.length || selectionStart === taken.current);
      if (!atEnd || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      take(next);
    };
    input?.addEventListener("keydown", pressed);
    return () => input?.removeEventListener("keydown", pressed);
  });
  return (
    <div className="flex flex-col gap-0.5 py-0.5 text-xs text-soft" data-statement="">
      <ul aria-label={t("inspector.statement.parts")} className="flex flex-wrap gap-x-3 gap-y-0.5">
        {statementParts.map((part) => {
          const lacks = missing.includes(part);
          const Mark = lacks ? Circle : Check;
          return (
            <li key={part} className="flex items-center gap-1" data-lacks={lacks || undefined}>
              <Mark size={11} aria-hidden="true" className={lacks ? "text-faint" : "text-good"} />
              <span className="sr-only">{t(lacks ? "inspector.statement.lacks" : "inspector.statement.has")}</span>
              {lacks && part !== next ? (
                <button
                  type="button"
                  className="hover:text-ink hover:underline"
                  title={t("inspector.statement.take", { example: example(part) })}
                  onClick={() => take(part)}
                >
                  {t(`inspector.statement.part.${part}`)}
                </button>
              ) : (
                <span className={lacks ? "text-ink" : undefined}>{t(`inspector.statement.part.${part}`)}</span>
              )}
            </li>
          );
        })}
      </ul>
      {next !== undefined && (
        <button
          type="button"
          className="flex w-fit items-center gap-1.5 text-left hover:underline"
          onClick={() => take(next)}
        >
          <span>
            {t(`inspector.statement.ask.${next}`)}{" "}
            <q className="text-ink" dir="auto">
              {example(next)}
            </q>
          </span>
          <Key>→</Key>
        </button>
      )}
    </div>
  );
}
