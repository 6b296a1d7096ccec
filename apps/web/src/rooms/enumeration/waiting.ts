// What the threats of the register wait for, as one choice over the parts of a filter that say it.
import type { Filter } from "./filter.ts";

/** live: whatever still needs something; the rest narrows by what the engine found. */
export const waitings = ["live", "open", "asked", "addressed", "settled", "all"] as const;
export type Waiting = (typeof waitings)[number];

/** The parts of a filter that stand for each choice. */
const parts: Readonly<Record<Waiting, Pick<Filter, "settled" | "findings">>> = {
  live: { settled: "no" },
  open: { settled: "no", findings: ["open"] },
  asked: { settled: "no", findings: ["asked"] },
  addressed: { findings: ["addressed"] },
  settled: { settled: "yes" },
  all: {},
};

/** The choice that a filter stands for; the widest one where it stands for none. */
export function waitingOf({ settled, findings }: Filter): Waiting {
  return (
    waitings.find((one) => parts[one].settled === settled && parts[one].findings?.join(" ") === findings?.join(" ")) ??
    (settled === "no" ? "live" : settled === "yes" ? "settled" : "all")
  );
}

/** A filter with another choice. */
export function withWaiting({ settled: _, findings: __, ...rest }: Filter, wanted: Waiting): Filter {
  return { ...rest, ...parts[wanted] };
}
