// export: one thing as one file, to standard output or to --out.
import { resolve } from "node:path";
import { toPng, writeFiles } from "@parapet/adapters";
import { type Analysis, type Catalog, problem } from "@parapet/core";
import { artifacts } from "@parapet/reports";
import type { Command } from "commander";
import { displayPath } from "../display-path.ts";
import { featureOption } from "../feature-option.ts";
import { staysInside } from "../output-place.ts";
import { systemFolder } from "../proposing.ts";
import { drawDiagram } from "../reporting.ts";
import type { Opened } from "../session.ts";
import { pictureFolder, readShipped } from "../shipped.ts";
import { type Options, textOption, type Verb } from "../verb.ts";

const kinds = ["register", "drawio", "svg", "png", "analysis"] as const;

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("<what>", kinds.join(", "))
      .option("--format <format>", "register: csv or json (default csv; json with --json)")
      .option("--out <file>", "write it here (default: standard output)")
      .option("--feature <id>", "with what this feature adds")
      .addHelpText("after", "\nExample:\n  parapet export register --format csv --out register.csv"),
  run: async (session, [what = ""], options: Options) => {
    if (!(kinds as readonly string[]).includes(what))
      return session.fail([
        problem("not-in-list", `${what} cannot be exported.`, `Export one of ${kinds.join(", ")}.`),
      ]);
    if (what === "png" && textOption(options, "out") === undefined && process.stdout.isTTY)
      return session.fail([
        problem("bad-argument", "A picture is no text for a terminal.", "Say where to with --out FILE."),
      ]);
    const format = textOption(options, "format") ?? (session.json ? "json" : "csv");
    if (what === "register" && format !== "csv" && format !== "json")
      return session.fail([
        problem("not-in-list", `There is no register as ${format}.`, "Use --format csv or --format json."),
      ]);
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const feature = featureOption(opened.value, options);
    if (!feature.ok) return session.fail(feature.problems);
    const analysis = opened.value.analysis(feature.value);
    const text = await textOf(what as (typeof kinds)[number], format, opened.value, analysis);
    const out = textOption(options, "out");
    if (out === undefined) {
      process.stdout.write(text);
      return 0;
    }
    const inside = staysInside([resolve(out)], [systemFolder(opened.value.store.folder)]);
    if (!inside.ok) return session.fail(inside.problems);
    const written = writeFiles([{ path: resolve(out), text }]);
    return written.ok
      ? session.say({ file: displayPath(resolve(out)) }, `Wrote ${displayPath(resolve(out))}.`)
      : session.fail(written.problems);
  },
};

async function textOf(
  what: (typeof kinds)[number],
  format: string,
  opened: Opened,
  analysis: Analysis,
): Promise<string | Uint8Array> {
  if (what === "analysis") return `${JSON.stringify(analysis, undefined, 2)}\n`;
  if (what === "register") {
    const catalogs = ["capec", "cwe"].map((id) => readShipped<Catalog>(`knowledge/catalogs/${id}.json`));
    const { document, knowledge } = opened;
    const files = artifacts({ document, analysis, knowledge, texts: opened.texts(), catalogs }, ["register"]);
    return files.find(({ path }) => path.endsWith(`.${format}`))?.text ?? "";
  }
  const drawn = await drawDiagram(opened, analysis);
  if (what === "png") return toPng(drawn.svg, pictureFolder);
  return what === "svg" ? drawn.svg : drawn.drawio;
}
