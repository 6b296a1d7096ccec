// Which parts of a good statement a sentence has, and for what it lacks an example from this model. One sentence stays enough.
import {
  type Document,
  exampleAt,
  exampleOfPart,
  missingParts,
  namesForStatements,
  type StatementNames,
  type StatementPart,
  statementParts,
  withPart,
} from "@parapet/core";
import { Check, Circle } from "lucide-react";
import { useDeferredValue, useLayoutEffect, useMemo, useRef } from "react";
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
  const missing = useMemo(() => missingOn(subject, settled, names), [settled, names, subject]);
  const [next] = missing;
  const example = (part: StatementPart) => exampleOfPart(part, document, subject);
  /** The sentence with the example that was taken last, and where that begins. */
  const taken = useRef({ whole: "", at: 0 });
  const take = (part: StatementPart) => {
    const phrase = example(part);
    const whole = withPart(say, part, phrase);
    taken.current = { whole, at: exampleAt(whole, phrase) };
    setSay(whole);
    field.current?.focus();
  };
  // It is an example: it stands marked, so that what is typed next takes its place.
  useLayoutEffect(() => {
    const input = field.current;
    if (!input || say !== taken.current.whole) return;
    input.setSelectionRange(taken.current.at, say.length);
    // The end of a long sentence is where it goes on.
    input.scrollLeft = input.scrollWidth;
  }, [say, field]);
  // The arrow to the right at the end of the line takes the example that is shown, and so one after the other: of what the sentence
  // lacks as it is, though the words below may be a letter behind.
  useLayoutEffect(() => {
    const input = field.current;
    const pressed = (event: KeyboardEvent) => {
      if (!input || event.key !== "ArrowRight") return;
      const [lacks] = missingOn(subject, say, names);
      if (lacks === undefined) return;
      const { selectionStart, selectionEnd, value } = input;
      const atEnd =
        selectionEnd === value.length && (selectionStart === value.length || selectionStart === taken.current.at);
      if (!atEnd || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      take(lacks);
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

/** What a threat on this subject lacks: the subject suffers from it, whether the sentence names it or not. */
function missingOn(subject: string, say: string, names: StatementNames): readonly StatementPart[] {
  return missingParts(say, names).filter((part) => part !== "affected" || subject === "model");
}
