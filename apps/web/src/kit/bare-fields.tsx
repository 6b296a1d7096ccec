// Fields without a name above them, for forms that stand in a line of the page: the name is what a screen reader says and what stands there while it is empty.
import { clsx } from "clsx";
import type { ComponentProps } from "react";

const look =
  "min-h-7 min-w-0 rounded-md border border-line-strong/50 bg-surface px-2 py-0.5 text-sm placeholder:text-faint";

/** A line of text. */
export function BareText({ label, className, ...rest }: ComponentProps<"input"> & { readonly label: string }) {
  return <input aria-label={label} placeholder={label} dir="auto" {...rest} className={clsx(look, className)} />;
}

/** A day. */
export function BareDay({ label, className, ...rest }: ComponentProps<"input"> & { readonly label: string }) {
  return <input type="date" aria-label={label} title={label} {...rest} className={clsx(look, className)} />;
}

/** One of a few: the browser's own, which every keyboard and screen reader knows. */
export function BareChoice<Value extends string>({
  label,
  value,
  choices,
  none,
  choose,
  className,
}: {
  readonly label: string;
  readonly value: Value | "";
  readonly choices: readonly (readonly [Value, string])[];
  /** What stands there while nothing is chosen. */
  readonly none?: string;
  readonly choose: (value: Value) => void;
  readonly className?: string;
}) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ target }) => choose(target.value as Value)}
      className={clsx(look, className)}
    >
      {none !== undefined && (
        <option value="" disabled={value !== ""}>
          {none}
        </option>
      )}
      {choices.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  );
}
