// One part of the inspector: its name, what is in it, and what it says when that is nothing.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export type PartName = "is" | "crossing" | "facts" | "wrong" | "unknown" | "doing" | "history";

export function Part({
  name,
  count,
  said = name,
  below,
  children,
}: {
  readonly name: PartName;
  /** What it is called, where that is not its name: of a threat the facts are its reasons. */
  readonly said?: PartName | "because" | "elsewhere";
  readonly count?: number;
  /** Stands there whether there is something or not. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const empty = count === 0 && name !== "is";
  return (
    <section
      data-part={name}
      tabIndex={-1}
      aria-label={t(`inspector.parts.${said}`)}
      className="border-b border-line px-4 py-3 last:border-b-0"
    >
      <h3 className="mb-1.5 flex items-baseline justify-between text-xs font-semibold text-soft">
        {t(`inspector.parts.${said}`)}
        {count !== undefined && count > 0 && <span className="font-normal text-faint">{count}</span>}
      </h3>
      {empty && name !== "history" ? <p className="text-xs text-faint">{t(`inspector.none.${name}`)}</p> : children}
      {below}
    </section>
  );
}

/** A line of name and value. */
export function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex gap-3 py-0.5 text-sm">
      <dt className="w-24 shrink-0 text-faint">{name}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  );
}
