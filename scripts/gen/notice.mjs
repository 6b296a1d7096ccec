// NOTICE: whose work Parapet stands on, from the lock file and the knowledge's own sections.
import { readFileSync } from "node:fs";
import { at } from "../house/paths.mjs";

/** What more has to be said of a package than its licence. */
const remarks = {
  elkjs:
    "Eclipse Layout Kernel for JavaScript, by Kiel University and others, under the Eclipse Public License 2.0 (https://www.eclipse.org/legal/epl-2.0/). It is used unchanged; its source is at https://github.com/kieler/elkjs.",
  "@resvg/resvg-wasm":
    "resvg, by Yevhenii Reizner and others, as WebAssembly, under the Mozilla Public License 2.0. It is used unchanged; its source is at https://github.com/thx/resvg-js.",
  "dejavu-fonts-ttf":
    "DejaVu Sans, by the DejaVu fonts team: changes in the public domain, on Bitstream Vera, © 2003 Bitstream, Inc., and Arev, © 2006 Tavmjong Bah (https://dejavu-fonts.github.io/License.html). Used unchanged.",
};

/** The file NOTICE. */
export const notice = {
  name: "notice",
  owns: (path) => path === "NOTICE",
  async run() {
    const { packages } = JSON.parse(readFileSync(at("package-lock.json"), "utf8"));
    const shipped = Object.entries(packages)
      .filter(
        ([path, entry]) =>
          path.startsWith("node_modules/") && !entry.dev && !entry.devOptional && !entry.optional && !entry.link,
      )
      .map(([path, entry]) => ({
        name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
        ...entry,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const lines = shipped.map(
      ({ name, version, license }) => `- ${name} ${version}: ${license}${remarks[name] ? `. ${remarks[name]}` : ""}`,
    );
    const sections = readFileSync(at("packages/knowledge/NOTICE-sections.md"), "utf8").trim();
    const text = `Parapet
Copyright The Parapet contributors

Licensed under the Apache License, Version 2.0 (see LICENSE).
This file is written by \`npm run gen\` from package-lock.json and packages/knowledge/NOTICE-sections.md.

# Packages that the built programs contain

${lines.join("\n")}

# Knowledge

${sections}
`;
    return new Map([["NOTICE", text]]);
  },
};
