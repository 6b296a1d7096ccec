// The question queue: what we don't know, by the risk it hides. Arrows choose, letters answer; the threats that wait change as you answer.
import { type Job, jobs, type Question } from "@parapet/core";
import { clsx } from "clsx";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import { useSelect, useSelection } from "../../data/selection.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { isIdle, isTyping } from "../../frame/shortcuts.ts";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { TierChip } from "../../kit/chips.tsx";
import { useKeptFocus } from "../../kit/kept-focus.ts";
import { Section } from "../../kit/layout.tsx";
import { AnswerCard } from "./answer-card.tsx";
import { pressing } from "./pressing.ts";

export function QuestionQueue() {
  const { t } = useTranslation();
  const analysis = useWorkbench((state) => state.analysis);
  const [job, setJob] = useState<Job | "">("");
  const [latent, setLatent] = useState(false);
  const all = (analysis?.questions ?? []).filter((question) => job === "" || question.for === job);
  const first = all.filter(pressing);
  const shown = latent ? all : first;
  return (
    <Section
      title={t("enumeration.queue.title")}
      note={
        <label>
          <span className="sr-only">{t("enumeration.queue.for")}</span>
          <select
            value={job}
            onChange={({ target }) => setJob(target.value as Job | "")}
            className="rounded border border-line bg-surface px-1 text-xs"
          >
            <option value="">{t("enumeration.queue.everyone")}</option>
            {jobs.map((one) => (
              <option key={one} value={one}>
                {t(`words.job.${one}`)}
              </option>
            ))}
          </select>
        </label>
      }
    >
      {shown.length === 0 ? (
        <p className="text-sm text-soft">{t("enumeration.queue.empty")}</p>
      ) : (
        <Questions questions={shown} />
      )}
      {all.length > first.length && (
        <p className="mt-2 text-xs text-soft">
          {t("enumeration.queue.latent", { count: all.length - first.length })}{" "}
          <button type="button" className="text-accent hover:underline" onClick={() => setLatent(!latent)}>
            {latent ? t("enumeration.queue.hideLatent") : t("enumeration.queue.showLatent")}
          </button>
        </p>
      )}
    </Section>
  );
}

function Questions({ questions }: { readonly questions: readonly Question[] }) {
  const { t } = useTranslation();
  const people = usePeople();
  const select = useSelect();
  const selection = useSelection();
  const list = useRef<HTMLOListElement>(null);
  const chosen = selection?.kind === "question" ? questions.findIndex(({ id }) => id === selection.id) : -1;
  const passed = useRef(new Set<string>());
  // A question that was answered is gone: the one that hides most is next, of those that were not put off here.
  const next = questions.findIndex(({ id }) => !passed.current.has(id));
  const at = chosen < 0 ? Math.max(0, next) : chosen;
  const go = (to: number) => {
    const question = questions[to];
    if (!question) return;
    select({ kind: "question", id: question.id });
    list.current?.children[to]?.scrollIntoView({ block: "nearest" });
  };
  useQueueKeys(questions.length, at, list, go);
  const kept = useKeptFocus(list);
  return (
    <>
      <ol
        ref={list}
        {...kept}
        tabIndex={-1}
        className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
      >
        {questions.map((question, i) => (
          <li key={question.id} className={clsx("px-3 py-2", i === at && "bg-accent-soft/40")}>
            <button
              type="button"
              aria-expanded={i === at}
              className="flex w-full items-start gap-2 text-left text-sm"
              onClick={() => select({ kind: "question", id: question.id })}
            >
              <span className="pt-1 text-soft">
                <CertaintyMark certainty={question.contradiction ? "struck" : "hatched"} label="" />
              </span>
              <span className="min-w-0 flex-1">
                <span dir="auto">{question.text}</span>
                <span className="mt-0.5 flex items-start gap-x-2 text-xs text-faint">
                  <TierChip tier={question.hides} />
                  <span className="flex min-w-0 flex-wrap gap-x-2 leading-5">
                    <span>
                      {t("enumeration.queue.hides", { risk: Math.round(question.riskHeld) })} ·{" "}
                      {t("enumeration.queue.settles", { count: question.settles })} ·{" "}
                      {t("enumeration.queue.ask", { job: t(`words.job.${question.for}`) })}
                    </span>
                    {i !== at && question.owner !== undefined && (
                      <span>
                        {t("inspector.promised", { owner: people.name(question.owner), due: question.due ?? "" })}
                      </span>
                    )}
                  </span>
                </span>
              </span>
            </button>
            {i === at && (
              <div className="mt-2 pl-5">
                <Why fact={question.fact} />
                <AnswerCard
                  key={question.id}
                  question={question}
                  bare
                  keyed
                  answered={(value) => {
                    if (value !== "dont-know") return;
                    passed.current.add(question.id);
                    go(i + 1);
                  }}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
      <p className="mt-1 text-xs text-faint">{t("enumeration.queue.keys")}</p>
    </>
  );
}

function Why({ fact }: { readonly fact: string }) {
  const why = useWorkbench((state) => state.texts?.facts[fact]?.why);
  return why === undefined ? null : <p className="mb-2 text-xs text-soft">{why}</p>;
}

/** Arrows and J, K choose another question; the card of the chosen one has the keys of its answers. */
function useQueueKeys(count: number, at: number, list: RefObject<HTMLElement | null>, go: (to: number) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(target)) return;
      const here = isIdle(target) || list.current?.contains(target as Node);
      const step =
        key === "j" || (here && key === "ArrowDown") ? 1 : key === "k" || (here && key === "ArrowUp") ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      go(Math.max(0, Math.min(count - 1, at + step)));
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [count, at, list, go]);
}
