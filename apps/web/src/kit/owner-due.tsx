// Who deals with something and until when, edited where it stands: leaving the field or Enter saves, Escape takes it back.
import type { Problem, Result } from "@parapet/core";
import { clsx } from "clsx";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../data/people.ts";
import { useWorkbench } from "../data/workbench.ts";
import { PeopleList } from "./person.tsx";
import { Problems } from "./problems.tsx";

export interface OwnerDueProps {
  /** What it is about, for who cannot see the row. */
  readonly about: string;
  readonly owner: string | undefined;
  readonly due: string | undefined;
  readonly save: (given: { readonly owner?: string; readonly due?: string }) => Promise<Result<unknown>>;
  readonly className?: string;
}

export function OwnerDue({ about, owner, due, save, className }: OwnerDueProps) {
  const { t } = useTranslation();
  const { shown, keyOf } = usePeople();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const now = useWorkbench((state) => state.now);
  const keep = async (given: { readonly owner?: string; readonly due?: string }) => {
    const saved = await save(given);
    setProblems(saved.ok ? [] : saved.problems);
    return saved.ok;
  };
  return (
    <div className={clsx("min-w-0", className)}>
      <div className="flex items-center gap-1">
        <Field
          label={t("words.ownerOf", { about })}
          value={owner === undefined ? "" : shown(owner)}
          placeholder={t("words.nobody")}
          save={(value) => keep({ owner: keyOf(value) })}
          people
          className="w-20 flex-1"
        />
        <Field
          label={t("words.dueOf", { about })}
          value={due ?? ""}
          save={(value) => keep({ due: value })}
          className={clsx("w-30", due !== undefined && due < now && "text-critical", !due && "text-faint")}
          date
        />
      </div>
      <Problems problems={problems} />
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly save: (value: string) => Promise<boolean>;
  readonly placeholder?: string;
  readonly people?: true;
  readonly date?: true;
  readonly className?: string;
}

/** One field. What others change meanwhile does not touch a running edit; what is emptied comes back. */
function Field({ label, value, save, placeholder, people, date, className }: FieldProps) {
  const [text, setText] = useState(value);
  const editing = useRef(false);
  const list = useId();
  useEffect(() => {
    if (!editing.current) setText(value);
  }, [value]);
  const done = async () => {
    editing.current = false;
    const given = text.trim();
    if (given === "" || given === value || !(await save(given))) setText(value);
  };
  return (
    <>
      <input
        type={date ? "date" : "text"}
        aria-label={label}
        title={label}
        dir="auto"
        value={text}
        placeholder={placeholder}
        {...(people && { list })}
        onFocus={() => {
          editing.current = true;
        }}
        onBlur={() => void done()}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Enter") currentTarget.blur();
          if (key === "Escape") setText(value);
        }}
        className={clsx(
          "min-w-0 rounded-md border border-transparent bg-transparent px-1 py-0.5 text-xs hover:border-line focus:border-line-strong focus:bg-ground",
          className,
        )}
      />
      {people && <PeopleList id={list} />}
    </>
  );
}
