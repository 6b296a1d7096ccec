// A text that is edited where it stands: Enter or leaving saves, Escape takes it back. What others change meanwhile does not touch a running edit.
import type { Problem, Result } from "@parapet/core";
import { clsx } from "clsx";
import { useEffect, useRef, useState } from "react";
import { Problems } from "./problems.tsx";

export interface InlineTextProps {
  readonly label: string;
  readonly value: string;
  readonly save: (value: string) => Promise<Result<unknown>>;
  /** Several lines: Enter begins a new one. */
  readonly multiline?: boolean;
  /** One line that is shown on as many as it takes: Enter saves. */
  readonly wraps?: boolean;
  readonly placeholder?: string;
  readonly className?: string;
}

export function InlineText({
  label,
  value,
  save,
  multiline = false,
  wraps = false,
  placeholder,
  className,
}: InlineTextProps) {
  const [text, setText] = useState(value);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const editing = useRef(false);
  useEffect(() => {
    if (!editing.current) setText(value);
  }, [value]);
  const done = async () => {
    editing.current = false;
    if (text === value) return;
    const saved = await save(text);
    setProblems(saved.ok ? [] : saved.problems);
  };
  const back = () => {
    setText(value);
    setProblems([]);
  };
  const shared = {
    "aria-label": label,
    value: text,
    dir: "auto",
    placeholder,
    onFocus: () => {
      editing.current = true;
    },
    onBlur: () => void done(),
    className: clsx(
      "w-full min-w-0 rounded-md border border-transparent bg-transparent px-1.5 py-0.5 text-sm hover:border-line focus:border-line-strong focus:bg-ground",
      className,
    ),
  } as const;
  return (
    <span className="min-w-0 flex-1">
      {multiline || wraps ? (
        <textarea
          {...shared}
          className={clsx(shared.className, "block field-sizing-content resize-none")}
          rows={Math.min(8, Math.max(1, Math.ceil(text.length / 70)))}
          onChange={({ target }) => setText(wraps ? target.value.replaceAll(/\s*\n\s*/g, " ") : target.value)}
          onKeyDown={({ key, currentTarget }) => {
            if (wraps && key === "Enter") currentTarget.blur();
            if (key === "Escape") {
              back();
              editing.current = false;
              queueMicrotask(() => currentTarget.blur());
            }
          }}
        />
      ) : (
        <input
          {...shared}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key, currentTarget }) => {
            if (key === "Enter") currentTarget.blur();
            if (key === "Escape") back();
          }}
        />
      )}
      <Problems problems={problems} />
    </span>
  );
}
