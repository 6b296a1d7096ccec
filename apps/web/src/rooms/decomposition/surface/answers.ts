// What the view Surface answers: where the system can be reached, by whom, and what of that could go.
import type { AnswerInput, RoomAnswer } from "../../answer.ts";

/** The figures behind the answer. */
function surfaceFigures({ analysis: { surface } }: AnswerInput) {
  const { entryPoints, access, reductions, segments, score } = surface;
  return {
    ways: entryPoints.length,
    score,
    anybody: entryPoints.filter(({ exposure }) => exposure === "internet-anonymous").length,
    unknown: access.filter((cell) => cell.access === "unknown").length,
    cells: access.length,
    couldGo: reductions.reduce((sum, { removes }) => sum + removes, 0),
    breaches: segments.reduce((sum, { notAllowed }) => sum + notAllowed.length, 0),
  };
}

export const surfaceAnswer: RoomAnswer = {
  id: "surface",
  question: (t) => t("surface.question"),
  answer: (input, t) => {
    const { ways, score, anybody, unknown, cells, couldGo, breaches } = surfaceFigures(input);
    if (ways === 0) return t("surface.answer.none");
    const parts: string[] = [t("surface.answer.ways", { count: ways, score })];
    parts.push(t("surface.answer.anybody", { count: anybody }));
    if (cells === 0) parts.push(t("surface.answer.noRoles"));
    else
      parts.push(
        unknown === 0
          ? t("surface.answer.allKnown", { count: cells })
          : t("surface.answer.unknown", { count: unknown }),
      );
    if (couldGo > 0) parts.push(t("surface.answer.couldGo", { removes: couldGo }));
    if (breaches > 0) parts.push(t("surface.answer.breaches", { count: breaches }));
    return `${parts.join(" · ")}.`;
  },
};
