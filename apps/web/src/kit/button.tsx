// Buttons: one that acts, one that is quiet, one that is an icon with a name.
import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

type ButtonProps = ComponentProps<"button"> & { readonly look?: "main" | "plain" | "quiet"; readonly hint?: string };

const looks = {
  main: "bg-accent text-on-accent border-transparent hover:opacity-90",
  plain: "bg-surface text-ink border-line-strong/50 hover:bg-sunken",
  quiet: "border-transparent text-soft hover:bg-sunken hover:text-ink",
} as const;

/** A button with words; `hint` is its key. */
export function Button({ look = "plain", hint, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={clsx(
        "inline-flex min-h-7 items-center gap-1.5 rounded-md border px-2.5 text-sm font-medium transition-colors duration-100 disabled:opacity-50",
        looks[look],
        className,
      )}
    >
      {children}
      {hint !== undefined && <Key>{hint}</Key>}
    </button>
  );
}

/** A button with an icon alone: its name is what a screen reader says and what the pointer shows. */
export function IconButton({
  label,
  className,
  children,
  ...rest
}: ComponentProps<"button"> & { readonly label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={clsx(
        "inline-flex size-7 shrink-0 items-center justify-center rounded-md text-soft transition-colors duration-100 hover:bg-sunken hover:text-ink",
        className,
      )}
    >
      {children}
    </button>
  );
}

/** The name of a key. */
export function Key({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="rounded border border-current/30 px-1 font-mono text-2xs leading-4 opacity-80">{children}</kbd>
  );
}
