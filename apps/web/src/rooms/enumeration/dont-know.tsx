// “Don't know” is an answer: with who finds out, and until when.
import type { Question } from "@parapet/core";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import { useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { PeopleList } from "../../kit/person.tsx";

const weeks = 2;

export function DontKnow({
  question,
  give,
}: {
  readonly question: Question;
  readonly give: (value: string, more: Readonly<Record<string, unknown>>) => Promise<void>;
}) {
  const { t } = useTranslation();
  const now = useWorkbench((state) => state.now);
  const { shown, keyOf } = usePeople();
  const list = useId();
  const [owner, setOwner] = useState(question.owner === undefined ? "" : shown(question.owner));
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const [due, setDue] = useState(question.due ?? inWeeks(now, weeks));
  return (
    <form
      className="flex flex-wrap items-center gap-1.5 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        void give("dont-know", { owner: keyOf(owner), due });
      }}
    >
      <label className="flex items-center gap-1.5">
        {t("enumeration.queue.find")}
        <input
          list={list}
          value={owner}
          required
          ref={first}
          onChange={({ target }) => setOwner(target.value)}
          className="w-28 rounded-md border border-line-strong/50 bg-surface px-2 py-1"
        />
      </label>
      <PeopleList id={list} />
      <label className="flex items-center gap-1.5">
        {t("enumeration.queue.until")}
        <input
          type="date"
          value={due}
          required
          onChange={({ target }) => setDue(target.value)}
          className="rounded-md border border-line-strong/50 bg-surface px-2 py-1"
        />
      </label>
      <Button type="submit">{t("enumeration.queue.promise")}</Button>
    </form>
  );
}

/** The day that many weeks after a day. */
function inWeeks(day: string, count: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? "" : new Date(time + count * 7 * 86_400_000).toISOString().slice(0, 10);
}
