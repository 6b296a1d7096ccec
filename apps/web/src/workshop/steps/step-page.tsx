// How a step is laid out: its title as the agenda says it, large, and what is done in it.
import { stepReasons } from "@parapet/core";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { workshop } from "../../strings/en/workshop.ts";
import { addStrings } from "../../strings/i18n.ts";
import { useWorkshop } from "../running/in-workshop.ts";

addStrings({ workshop });

export function StepPage({
  children,
  wide = false,
  aside,
}: {
  readonly children: ReactNode;
  readonly wide?: boolean;
  readonly aside?: ReactNode;
}) {
  const { workshop, live, role } = useWorkshop();
  const item = workshop.agenda?.[live.part];
  return (
    <section
      className={clsx(
        "flex flex-col gap-5 p-6",
        wide ? "max-w-none" : "mx-auto max-w-3xl",
        role === "screen" && "px-10",
      )}
    >
      <header className="flex flex-wrap items-baseline justify-between gap-3">
        <div className="min-w-0">
          <h2 className={clsx("font-semibold leading-tight", role === "screen" ? "text-4xl" : "text-2xl")} dir="auto">
            {item?.title}
          </h2>
          {item && role !== "screen" && <p className="mt-1 text-sm text-soft">{stepReasons[item.step].why}</p>}
        </div>
        {aside}
      </header>
      {children}
    </section>
  );
}
