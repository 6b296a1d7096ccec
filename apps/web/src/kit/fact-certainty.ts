// What a provenance says of certainty: only what evidence or a source shows is solid.
import type { Certainty } from "./certainty.tsx";

/** The certainty of a reason from its `from`, as the analysis writes it ("observed docker-compose.yaml:12"). */
export function certaintyOfSource(from: string): Certainty {
  if (/^(verified|observed|derived)\b/.test(from)) return "solid";
  if (/^unknown\b/.test(from)) return "hatched";
  if (/^(contradicted|refuted)\b/.test(from)) return "struck";
  return "hollow";
}
