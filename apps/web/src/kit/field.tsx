// Fields of a form: a name above, the field, and a word of help below. People stand in it by their names.
import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { usePeople } from "../data/people.ts";
import { PeopleList } from "./person.tsx";

const look =
  "w-full min-w-0 rounded-md border border-line-strong/60 bg-surface px-2 py-1 text-sm text-ink placeholder:text-faint";

interface FieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly className?: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** The name of a field, and what stands below it. */
function Named({
  id,
  label,
  help,
  className,
  children,
}: Pick<FieldProps, "label" | "help" | "className"> & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={clsx("flex min-w-0 flex-col gap-0.5", className)}>
      <label htmlFor={id} className="text-xs text-soft">
        {label}
      </label>
      {children}
      {help !== undefined && <p className="text-xs text-faint">{help}</p>}
    </div>
  );
}

/** A line of text, a date, or several lines. */
export function TextField({
  label,
  help,
  className,
  value,
  onValue,
  lines,
  ...rest
}: FieldProps & { readonly lines?: number } & Omit<ComponentProps<"input">, "value" | "onChange" | "className">) {
  const id = useId();
  return (
    <Named id={id} label={label} help={help} className={className ?? ""}>
      {lines === undefined ? (
        <input
          dir="auto"
          autoComplete="off"
          {...rest}
          id={id}
          value={value}
          onChange={({ target }) => onValue(target.value)}
          className={look}
        />
      ) : (
        <textarea
          dir="auto"
          id={id}
          rows={lines}
          value={value}
          onChange={({ target }) => onValue(target.value)}
          className={look}
        />
      )}
    </Named>
  );
}

/** A person: any name, those that are known suggested. It holds names; what it gives is the key of who is known. */
export function PersonField({ value, onValue, ...rest }: FieldProps) {
  const list = useId();
  const { shown, keyOf } = usePeople();
  const [text, setText] = useState<string>();
  const typed = text !== undefined && keyOf(text) === value;
  return (
    <>
      <TextField
        {...rest}
        list={list}
        value={typed ? text : shown(value)}
        onValue={(given) => {
          setText(given);
          onValue(keyOf(given));
        }}
        onBlur={() => setText(undefined)}
      />
      <PeopleList id={list} />
    </>
  );
}

/** One of a few. */
export function ChoiceField({
  label,
  help,
  className,
  value,
  onValue,
  choices,
}: FieldProps & { readonly choices: readonly (readonly [value: string, title: string])[] }) {
  const id = useId();
  return (
    <Named id={id} label={label} help={help} className={className ?? ""}>
      <select id={id} value={value} onChange={({ target }) => onValue(target.value)} className={look}>
        {choices.map(([one, title]) => (
          <option key={one} value={one}>
            {title}
          </option>
        ))}
      </select>
    </Named>
  );
}
