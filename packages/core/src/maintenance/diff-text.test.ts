import { describe, expect, test } from "vitest";
import { put, set } from "../model/edits.ts";
import { isEmptyDiff, markdownOf, sentencesOf } from "./index.ts";
import { checkout, compared, revision } from "./testing/checkout.ts";
import { after, yes } from "./testing/mitigated.ts";

describe("as text", () => {
  test("nothing differs", () => {
    const { diff } = compared(revision(checkout), revision(structuredClone(checkout)));
    expect(isEmptyDiff(diff)).toBe(true);
    expect(markdownOf(diff, "Main to *branch*")).toBe("## Main to \\*branch\\*\n\nNothing differs.\n");
  });

  test("an answer, in sentences", () => {
    const diff = after(set("model.elements", "api", ["facts", "validates-input"], yes));
    const sentences = sentencesOf(diff);
    expect(sentences[0]).toBe(
      "Element api (Checkout API) changed: facts.validates-input not said → yes (ann), since a fact changed.",
    );
    expect(sentences[1]).toMatch(
      /^Changed: .+ \(unchecked-input@api\): high, asked → claimed, since a fact changed\.$/,
    );
    expect(sentences.at(-1)).toMatch(/^Addressed risk [\d.]+ → [\d.]+: \+[\d.]+ since a fact changed\.$/);
  });

  test("for a pull request: the figures, then the sections; what people typed is no markup; long lists are cut", () => {
    const many = Array.from({ length: 60 }, (_, i) => put("model.roles", `r${i}`, { title: "<b>x</b> | y" }));
    const text = markdownOf(after(...many, set("model.elements", "api", ["facts", "validates-input"], yes)));
    expect(text).toContain("| Asked threats | ");
    expect(text).toContain("### System (61)");
    expect(text).toContain("- … and 21 more");
    expect(text).toContain("\\<b\\>x\\</b\\> \\| y");
    expect(text).not.toMatch(/<b>/);
    expect(text.match(/^### /gm)?.length).toBe(4);
  });
});
