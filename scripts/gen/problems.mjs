// The page of problem codes.
import { loadTypeScript } from "./load-typescript.mjs";
import { page, table } from "./markdown.mjs";

/** docs/reference/problems.md. */
export const problems = {
  name: "problems",
  owns: (path) => path === "docs/reference/problems.md",
  async run() {
    const { problemCodes } = await loadTypeScript(
      "problems",
      'export { problemCodes } from "./packages/core/src/model/problem.ts";',
    );
    const rows = Object.entries(problemCodes).map(([code, say]) => [`\`${code}\``, say]);
    return new Map([
      [
        "docs/reference/problems.md",
        page(
          "# Problems",
          "Whatever goes wrong has one of these codes. A message says what happened, where (file, line, column or path in the model), and what to do.",
          table(["code", "what it means"], rows),
        ),
      ],
    ]);
  },
};
