// Draws the diagram, makes the artifacts and writes them into a folder: what `report` and `run` share.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { elkLayout, linkOutOf, removeOthers, writeGenerated } from "@parapet/adapters";
import { type Analysis, type Catalog, type Document, drawingOf, ok, type Problem, type Result } from "@parapet/core";
import {
  artifacts,
  diagramGraph,
  type LayoutPort,
  type LayoutResult,
  layoutDiagram,
  layoutKey,
  type ReportInput,
  scene,
  toDrawio,
  toSvg,
} from "@parapet/reports";
import { staysInside } from "./output-place.ts";
import { progress } from "./progress.ts";
import { systemFolder } from "./proposing.ts";
import type { Opened } from "./session.ts";
import { readShipped } from "./shipped.ts";

/** What was made: the files by their path in the folder, and what went wrong on the way without stopping it. */
export interface Reported {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** Above this the layout takes longer than a second. */
const large = 60;

/** Folders with one file per component, mitigation or workshop: those of an earlier run that are gone now are removed. */
const perThing = ["criteria", "tickets", "workshops"] as const;

/** Writes the artifacts (or those that are named) into a folder. */
export async function writeReports(
  opened: Opened,
  analysis: Analysis,
  out: string,
  only?: readonly string[],
): Promise<Result<Reported>> {
  const { document, knowledge } = opened;
  const drawn = await drawDiagram(opened, analysis);
  const input: ReportInput = {
    document,
    analysis,
    knowledge,
    texts: opened.texts(),
    catalogs: loadCatalogs(),
    diagram: drawn,
  };
  const files = artifacts(input, only);
  const placed = files.map(({ path, text }) => ({ path: join(out, path), text }));
  const inside = staysInside(
    placed.map(({ path }) => path),
    [systemFolder(opened.store.folder), out],
  );
  if (!inside.ok) return inside;
  const written = writeGenerated(placed);
  const current = new Set(placed.map(({ path }) => path));
  if (written.ok && only === undefined)
    for (const name of perThing) removeOthers(join(out, name), [".feature", ".md"], current);
  return written.ok ? ok({ files: files.map(({ path }) => path), problems: drawn.problems }) : written;
}

/** The data flow diagram as SVG and as a draw.io file. */
export async function drawDiagram(
  { document, store }: { readonly document: Document; readonly store: { readonly folder: string } },
  analysis: Analysis,
): Promise<{ readonly svg: string; readonly drawio: string; readonly problems: readonly Problem[] }> {
  const graph = diagramGraph({ ...analysis, data: drawingOf(document).data });
  const arrangement = document.diagram;
  const laid = await layoutDiagram(graph, {
    port: keptLayout(join(store.folder, ".parapet"), graph.elements.length),
    ...(arrangement ? { arrangement } : {}),
  });
  const drawing = scene(graph, laid.layout);
  return { svg: toSvg(drawing), drawio: toDrawio(drawing, { modified: analysis.now }), problems: laid.problems };
}

/** How many layouts are kept. */
const most = 20;

/** The layout engine behind a cache on disk: the same graph is laid out once. A cache that cannot be read or written is no error. */
function keptLayout(folder: string, size: number): LayoutPort {
  return async (graph) => {
    const path = join(folder, "cache", `layout-${layoutKey(graph)}.json`);
    const known = readLayout(path);
    if (known) return known;
    if (size > large) progress(`Laying out ${size} elements …`);
    const layout = await elkLayout(graph);
    if (linkOutOf(dirname(folder), join(folder, "cache"))) return layout;
    const ignore = existsSync(join(folder, ".gitignore")) ? [] : [{ path: join(folder, ".gitignore"), text: "*\n" }];
    writeGenerated([...ignore, { path, text: JSON.stringify(layout) }]);
    removeOldest(join(folder, "cache"));
    return layout;
  };
}

function readLayout(path: string): LayoutResult | undefined {
  try {
    return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as LayoutResult) : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets all but the newest layouts. */
function removeOldest(folder: string): void {
  if (!existsSync(folder)) return;
  const layouts = readdirSync(folder).filter((name) => name.startsWith("layout-"));
  if (layouts.length <= most) return;
  const aged = layouts.map((name) => ({ path: join(folder, name), age: statSync(join(folder, name)).mtimeMs }));
  for (const { path } of aged.sort((a, b) => b.age - a.age).slice(most)) rmSync(path, { force: true });
}

/** The catalogs of official titles that ship with the knowledge. */
export function loadCatalogs(): readonly Catalog[] {
  return ["capec", "cwe", "asvs-5.0"].map((id) => readShipped<Catalog>(`knowledge/catalogs/${id}.json`));
}
