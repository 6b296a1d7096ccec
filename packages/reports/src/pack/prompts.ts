// What a facilitator asks for, category by category, while people write in silence.
import type { StrideCategory } from "@parapet/core";

/** One question per category, as people would ask it aloud. */
export const categoryPrompts: Readonly<Record<StrideCategory, string>> = {
  spoofing: "Whom or what could somebody pretend to be here, and who would believe it?",
  tampering: "What could somebody change on its way or where it lies, and who would notice?",
  repudiation: "Who could say “that was not me”, and what would we show them?",
  "information-disclosure": "What could somebody read who should not, from here or on the way?",
  "denial-of-service": "What could somebody use up, fill or stop, and who waits then?",
  "elevation-of-privilege": "Where could somebody come in with little and end up with much?",
};
