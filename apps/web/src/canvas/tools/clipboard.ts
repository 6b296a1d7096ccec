// Copy and paste on the diagram: things by their ids within a model, and anything else as a list of names, which become elements.
import { namesIn } from "./adding.ts";

const ours = "application/x-parapet-things";

export interface CopiedThings {
  readonly model: string;
  readonly ids: readonly string[];
}

/** Puts things on the clipboard: their ids for this model, their names for everything else. */
export function putThings(data: DataTransfer, things: CopiedThings, names: readonly string[]): void {
  data.setData(ours, JSON.stringify(things));
  data.setData("text/plain", names.join("\n"));
}

/** What is pasted: things of this model, or names. */
export function pasted(
  data: Pick<DataTransfer, "getData">,
  model: string,
): { readonly ids: readonly string[] } | { readonly names: readonly string[] } {
  const things = thingsIn(data.getData(ours));
  return things?.model === model ? { ids: things.ids } : { names: namesOfList(data.getData("text/plain")) };
}

function thingsIn(text: string): CopiedThings | undefined {
  try {
    const { model, ids } = JSON.parse(text) as Partial<CopiedThings>;
    const isOurs = typeof model === "string" && Array.isArray(ids) && ids.every((id) => typeof id === "string");
    return isOurs ? { model, ids } : undefined;
  } catch {
    return undefined;
  }
}

/** More names than this are no list that somebody means to draw, and no name is longer than a line. */
const most = 100;
const longest = 200;

/** The lines of a list, without what marks them as one; cells of a table are told apart, and its first is the name. */
export function namesOfList(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => (line.split("\t")[0] ?? "").replace(/^\s*(?:[-*•‣]|\d+[.)])\s+/, ""));
  return namesIn(lines.join("\n"))
    .filter((name) => name.length <= longest)
    .slice(0, most);
}
