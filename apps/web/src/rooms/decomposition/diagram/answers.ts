// What the diagram answers: what the system is made of, what crosses its borders, and where it is hottest.
import { type Analysis, isSevere, type Threat, threatsOf } from "@parapet/core";
import type { RoomAnswer } from "../../answer.ts";

export const answers: readonly RoomAnswer[] = [
  {
    id: "made-of",
    question: (t) => t("decomposition.answer.question"),
    answer: ({ analysis }, t) => {
      const { elements, flows, zones } = analysis;
      if (elements.length === 0) return t("decomposition.answer.empty");
      const crossing = flows.filter((flow) => (flow.crossing?.length ?? 0) > 0).length;
      const parts: string[] = [
        t("decomposition.answer.parts", {
          elements: elements.length,
          zones: zones.length,
          flows: flows.length,
          crossing,
        }),
      ];
      const hottest = hottestElement(analysis);
      if (hottest) parts.push(t("decomposition.answer.hottest", { ...hottest }));
      const homeless = elements.filter(({ zone }) => zone === undefined).length;
      if (homeless > 0) parts.push(t("decomposition.answer.homeless", { count: homeless }));
      return parts.join(" ");
    },
  },
];

/** The element with most live threats of the highest tiers, on it or on a flow of it. */
export function hottestElement(analysis: Analysis): { readonly title: string; readonly count: number } | undefined {
  const counts = new Map<string, number>();
  const ends = new Map(analysis.flows.map(({ id, from, to }) => [id, [from, to]]));
  for (const threat of threatsOf(analysis).filter(isHot))
    for (const id of ends.get(threat.subject) ?? [threat.subject]) counts.set(id, (counts.get(id) ?? 0) + 1);
  let best: { title: string; count: number } | undefined;
  for (const { id, title } of analysis.elements) {
    const count = counts.get(id) ?? 0;
    if (count > (best?.count ?? 0)) best = { title, count };
  }
  return best;
}

function isHot({ tier, finding, status }: Threat): boolean {
  return (
    isSevere(tier) && (finding === "open" || finding === "asked") && status !== "accepted" && status !== "transferred"
  );
}
