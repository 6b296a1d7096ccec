// How the whole diagram is brought into view: clear of the tools above it and of what is said below, and never larger than it is read well.
import type { FitViewOptions } from "@xyflow/react";

/** For the first look. */
export const fitting = { padding: { top: "64px", x: "4%", bottom: "72px" }, maxZoom: 1.1 } satisfies FitViewOptions;

/** For whoever asks for it: one sees the way there. */
export const fittingSlowly = { ...fitting, duration: 120 } satisfies FitViewOptions;
