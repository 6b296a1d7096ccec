// For journeys: what axe finds on a page, under the page's own policy, in both themes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const source = readFileSync(join(import.meta.dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
/** Contrast takes its time: it is measured where this is put. */
const mark = "data-contrast";

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** Fails when axe finds something on the page, or in the part of it that a selector names. */
export async function isAccessible(page: Page, part = "html"): Promise<void> {
  // The debugger evaluates it: nothing is let past the policy for it.
  if (!(await page.evaluate<boolean>("'axe' in globalThis")))
    await page.evaluate(`${source}; axe.configure({ rules: [{ id: "color-contrast", selector: "[${mark}]" }] })`);
  const marked = await page.evaluate<number>(markDrawings(part));
  for (const [theme, rules] of [
    ["light", ""],
    ["dark", `, runOnly: ["color-contrast"]`],
  ] as const) {
    if (theme === "dark" && marked === 0) continue;
    await page.evaluate(`document.documentElement.dataset.theme = "${theme}"`);
    const found = await page.evaluate<Violation[]>(
      `axe.run({ include: [${JSON.stringify(part)}] }, { resultTypes: ["violations"]${rules} })
        .then(({ violations }) => violations)`,
    );
    expect.soft(found.flatMap(lines), `${part} of ${page.url()} in ${theme}`).toEqual([]);
  }
}

function lines({ id, nodes }: Violation): readonly string[] {
  return nodes.slice(0, 4).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 300)} ${failureSummary}`);
}

/** Marks the texts of which few that are drawn alike were looked at yet on this page: the contrast of a thousand rows, or of the rail in each room, is one. */
function markDrawings(part: string): string {
  return `(() => {
    const seen = (globalThis.drawingsSeen ??= new Map());
    const says = /^(class|disabled|fill|aria-(checked|current|disabled|pressed|selected)|data-(open|pressed|selected|state))$/;
    // Of a style its colours, wherever it puts something: each row of a long list stands at another height.
    const colours = (style) => style.match(/[a-z-]*(background|color|fill|opacity)[^;]*/g) ?? [];
    const look = ({ tagName, attributes }) =>
      tagName + [...attributes].map(({ name, value }) =>
        says.test(name) ? name + value : name === "style" ? colours(value) : "").join();
    const ways = new Map([[null, ""]]);
    const way = (element) => {
      if (!ways.has(element)) ways.set(element, look(element) + way(element.parentElement));
      return ways.get(element);
    };
    const hasText = ({ tagName, childNodes }) => /^(INPUT|TEXTAREA|SELECT)$/.test(tagName) ||
      [...childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim() !== "");
    for (const marked of document.querySelectorAll("[${mark}]")) marked.removeAttribute("${mark}");
    const texts = [...document.querySelectorAll(${JSON.stringify(`${part}, ${part} *`)})].filter((element) =>
      hasText(element) && element.checkVisibility({ opacityProperty: true, visibilityProperty: true }));
    const fresh = texts.filter((element) => {
      const key = way(element);
      seen.set(key, (seen.get(key) ?? 0) + 1);
      return seen.get(key) <= 2;
    });
    for (const element of fresh) element.setAttribute("${mark}", "");
    return fresh.length;
  })()`;
}
