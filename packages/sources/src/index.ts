// The sources: files of the real system in, observed things with file and line out. `init`, `discover` and `drift` use them.
export { type Combined, combine } from "./combine.ts";
export { type DiscoverContext, type Discovery, discover, discoverLimits } from "./discover.ts";
export { type ObservedProposal, proposeObserved, thinModel } from "./propose.ts";
export { sources } from "./registry.ts";
export type { Anchor, ObservedThings, Reading, Source, SourceContext, SourceFile } from "./source.ts";
