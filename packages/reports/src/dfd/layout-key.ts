// The key under which a layout may be kept: the same sizes and ends give the same key, whatever the words.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalText } from "@parapet/core";
import type { LayoutGraph } from "./layout.ts";

/** Counts up when the layout of the same graph would come out differently. */
const layoutVersion = 1;

/** A digest of the layout graph and of the version of the layout rules. */
export function layoutKey(graph: LayoutGraph): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText([layoutVersion, graph])))).slice(0, 32);
}
