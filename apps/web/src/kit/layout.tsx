// How a room is laid out: its head with the question that it answers, its sections, and what it says when there is nothing.
import { clsx } from "clsx";
import type { ReactNode } from "react";

/** The head of a room: what it is, and the answer to its question in one sentence. */
export function RoomHead({
  title,
  answer,
  children,
}: {
  readonly title: string;
  readonly answer?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-line bg-surface px-5 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <h1 className="text-lg font-semibold leading-6">{title}</h1>
        {answer !== undefined && (
          <p className="text-sm text-soft" data-answer="">
            {answer}
          </p>
        )}
      </div>
      {children !== undefined && <div className="flex flex-wrap items-center gap-2">{children}</div>}
    </header>
  );
}

/** A part of a page, with its name. */
export function Section({
  title,
  note,
  children,
  className,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <section className={clsx("min-w-0", className)} aria-label={title}>
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="text-xs font-semibold text-soft">{title}</h2>
        {note !== undefined && <span className="text-xs text-faint">{note}</span>}
      </div>
      {children}
    </section>
  );
}

/** What a place is for when there is nothing in it, with the next step. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-md border border-dashed border-line-strong/60 px-4 py-3 text-sm text-soft">
      <p>{children}</p>
      {action}
    </div>
  );
}

/** A surface that holds something. */
export function Card({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return <div className={clsx("rounded-lg border border-line bg-surface p-4", className)}>{children}</div>;
}
