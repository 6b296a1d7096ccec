// The one list of sources, in the order in which they are asked whether a file is theirs.
import { composeId, composeTitle, detectsCompose } from "./compose/card.ts";
import { isForTests } from "./compose/for-tests.ts";
import { readCompose } from "./compose/read.ts";
import { openApi } from "./openapi/card.ts";
import type { Source } from "./source.ts";

/** Every source that reads files of a real system. */
export const sources: readonly Source[] = [
  { id: composeId, title: composeTitle, detects: detectsCompose, forTests: isForTests, read: readCompose },
  openApi,
];
