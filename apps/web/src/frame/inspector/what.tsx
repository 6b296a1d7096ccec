// What a selection is: a threat with its score, a question with what hangs on it, a thing with its fields.
import type { Selection } from "../../data/selection.ts";
import { WhatControl } from "./what-control.tsx";
import { WhatQuestion } from "./what-question.tsx";
import { WhatThing } from "./what-thing.tsx";
import { WhatThreat } from "./what-threat.tsx";
import type { World } from "./world.ts";

export function What({ selection, world }: { readonly selection: Selection; readonly world: World }) {
  const { kind, id } = selection;
  if (kind === "threat") return <WhatThreat id={id} world={world} />;
  if (kind === "question") return <WhatQuestion id={id} world={world} />;
  if (kind === "control") return <WhatControl id={id} world={world} />;
  return <WhatThing selection={selection} world={world} />;
}
