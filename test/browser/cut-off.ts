// For journeys: texts of a page that cannot be read since they are cut off, squeezed, under another, or outside the window.
import type { Page } from "playwright-core";

/** What of the page cannot be read, each with its reason; and what scrolls to the side as a whole. */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    ${measures}
    const found = [];
    const say = (element, why) =>
      found.push(why + ": " + element.outerHTML.replace(/\\s+/g, " ").slice(0, 160) + " «" + element.textContent.slice(0, 60) + "»");
    const wider = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wider > 0) found.push("the page is wider than the window by " + wider);
    const room = document.querySelector("main");
    if (room && room.scrollWidth > room.clientWidth + 1) found.push("the room scrolls to the side by " + (room.scrollWidth - room.clientWidth));
    for (const element of document.querySelectorAll("body *")) {
      if (/^(OPTION|SELECT|TEXTAREA)$/.test(element.tagName) || textsOf(element).length === 0 || element.closest(".parapet-canvas, svg, .sr-only")) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const text = lines(element);
      const { width, height } = element.getBoundingClientRect();
      if ((width <= 1 && height <= 1) || text.width <= 1 || text.height <= 1) continue;
      // Three screens of a long list stand for the rest of it.
      if (text.top > 3 * innerHeight) continue;
      const why = clipped(element, text) ?? (isInSight(text) ? broken(element) ?? covered(element, text) : undefined);
      if (why) say(element, why);
    }
    return [...new Set(found)].slice(0, 12);
  })()`);
}

const measures = `
  const textsOf = ({ childNodes }) => [...childNodes].filter(({ nodeType, data }) => nodeType === 3 && data.trim() !== "");
  const range = document.createRange();
  // Where its own words stand, not those of what lies in it.
  const lines = (element) => {
    const boxes = textsOf(element).flatMap((text) => (range.selectNode(text), [...range.getClientRects()]));
    const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
    const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
    return { left, top, right, bottom, width: right - left, height: bottom - top, first: boxes[0] };
  };
  const isInSight = ({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  const scrolls = (way) => way === "auto" || way === "scroll";
  const hides = (way) => way === "hidden" || way === "clip";

  // Cut by a box that does not scroll, or by the window. What is shortened on purpose tells the whole in its title.
  const clipped = (element, text) => {
    const told = element.closest("[title]") !== null;
    let sideways = false;
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY, textOverflow, position, webkitLineClamp } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      if (scrolls(overflowX) && box.scrollWidth > box.clientWidth) sideways = true;
      if (hides(overflowX) && !sideways && (text.right > edge.right + 2 || text.left < edge.left - 2)) {
        if (textOverflow !== "ellipsis") return "cut off at the side";
        if (!told) return "shortened, and nothing tells the whole";
        sideways = true;
      }
      if (scrolls(overflowY) && box.scrollHeight > box.clientHeight) break;
      if (hides(overflowY) && (text.bottom > edge.bottom + 4 || text.top < edge.top - 4))
        return webkitLineClamp === "none" || !told ? "cut off below" : undefined;
      if (position === "fixed") break;
    }
    return !sideways && (text.right > innerWidth + 1 || text.left < -1) ? "outside the window" : undefined;
  };

  // A short word in two lines: its column has no room.
  const broken = (element) => {
    for (const text of textsOf(element))
      for (const { 0: word, index } of text.data.slice(0, 300).matchAll(/(?<![^\\s])\\p{L}{3,14}(?![^\\s])/gu)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) return "the word " + word + " is broken";
      }
  };

  // Something else without a ground of its own lies over it.
  const covered = (element, { first: { left, top, width, height } }) => {
    const [x, y] = [left + Math.min(width / 2, 40), top + height / 2];
    for (let box = element; box; box = box.parentElement) {
      const edge = box.getBoundingClientRect();
      // Scrolled away, or shortened: that is told above.
      if (getComputedStyle(box).overflowY !== "visible" && (y < edge.top || y > edge.bottom || x > edge.right)) return;
    }
    const over = document.elementFromPoint(x, y);
    if (!over || over.contains(element) || element.contains(over) || over.closest("label")?.contains(element)) return;
    for (let box = over; box && !box.contains(element); box = box.parentElement) {
      const { backgroundColor, position } = getComputedStyle(box);
      if (!/, 0\\)$|transparent/.test(backgroundColor) || position === "sticky") return;
      if (scrolls(getComputedStyle(box).overflowY)) return;
    }
    return "under " + over.outerHTML.slice(0, 120);
  };
`;
