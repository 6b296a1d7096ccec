// Everything that is generated and committed. Each generator names what it owns, so that a leftover is found too.
import { commands } from "./commands.mjs";
import { knowledgePages } from "./knowledge-pages.mjs";
import { notice } from "./notice.mjs";
import { problems } from "./problems.mjs";
import { schemas } from "./schemas.mjs";

/** `run` gives path → text; a file that `owns` claims and `run` does not give is a leftover. */
export const generators = [commands, schemas, problems, notice, knowledgePages];
