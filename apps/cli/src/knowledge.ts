// The knowledge that a model is analysed with: what ships, and an organisation's own knowledge/ laid over it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Knowledge, ok, type Result, type Texts } from "@parapet/core";
import { knowledgeParts, loadKnowledge, loadTexts } from "./shipped.ts";

/** Knowledge and its texts. */
export interface Known {
  readonly knowledge: Knowledge;
  readonly texts: () => Texts;
}

/** The knowledge for the model in a folder. The compiler is loaded only where there is something to compile. */
export async function knowledgeFor(modelFolder: string): Promise<Result<Known>> {
  const own = join(modelFolder, "knowledge");
  if (!knowledgeParts.some((part) => existsSync(join(own, part))))
    return ok({ knowledge: loadKnowledge(), texts: loadTexts });
  const { compileOwn } = await import("./own-knowledge.ts");
  const compiled = compileOwn(own);
  if (!compiled.ok) return compiled;
  const { knowledge, texts } = compiled.value;
  return ok({ knowledge, texts: () => texts });
}
