// The risk acceptance log: who lets which risk stand, until when, and whether that is in force.
import { type AcceptanceView, escapeMarkdown, markdownCode, markdownFile, markdownTable } from "@parapet/core";
import { type Cell, csv } from "../csv.ts";
import type { Report, ReportView } from "../report.ts";
import { counted, risk, tierSigns } from "../words.ts";

export const acceptances: Report = {
  id: "acceptances",
  title: "Risk acceptance log",
  member: "risk-prioritization-analyst",
  files: (view) => [
    { path: "acceptances.md", text: markdownFile(markdown(view)) },
    { path: "acceptances.csv", text: csv(head, rows(view)) },
  ],
};

/** What each state means, in the order in which people have to act. */
const acceptanceStates: Readonly<Record<AcceptanceView["state"], string>> = {
  expired: "its review date is past: the threat is open again",
  claimed: "it closes nothing: no right, no history, the same author, or an assumption in doubt",
  proposed: "it waits for the approval of another person and closes nothing yet",
  "in-force": "the risk is accepted until its review date",
};

/** Acceptances with what the register says of them; what needs a person first. */
function inOrder({ analysis }: ReportView): readonly AcceptanceView[] {
  const order = Object.keys(acceptanceStates);
  const rank = ({ state }: AcceptanceView) => order.indexOf(state);
  return [...analysis.acceptances].sort(
    (a, b) =>
      rank(a) - rank(b) || (a.review === b.review ? (a.threat < b.threat ? -1 : 1) : a.review < b.review ? -1 : 1),
  );
}

function markdown(view: ReportView): readonly string[] {
  const { analysis, threat } = view;
  const all = inOrder(view);
  const count = (state: string) => all.filter((one) => one.state === state).length;
  return [
    `# ${escapeMarkdown(analysis.model.system)}: risk acceptance log`,
    "",
    `${analysis.now}. ${counted(all.length, "acceptance")}: ${Object.keys(acceptanceStates)
      .map((state) => `${count(state)} ${state}`)
      .join(", ")}.`,
    "",
    ...Object.entries(acceptanceStates).map(([state, means]) => `- **${state}**: ${means}`),
    "",
    ...(all.length === 0 ? ["Nobody has accepted a risk."] : []),
    ...all.flatMap((one) => {
      const stored = view.acceptances.get(one.threat);
      const found = threat(one.threat);
      return [
        `## ${escapeMarkdown(found?.title ?? one.threat)}`,
        "",
        ...markdownTable(
          ["", ""],
          [
            ["Threat", markdownCode(one.threat)],
            ["Tier and risk", `${tierSigns[one.tier]}, ${risk(found?.current ?? 0)}`],
            ["State", `**${one.state}**${one.because ? `: ${escapeMarkdown(one.because)}` : ""}`],
            ["Owner", escapeMarkdown(view.person(one.owner))],
            ["Accepted on", one.on],
            [
              "Approved",
              one.approvedBy
                ? `${escapeMarkdown(view.person(one.approvedBy))} on ${stored?.approved?.on ?? "an unknown day"}`
                : one.saidBy
                  ? `${escapeMarkdown(view.person(one.saidBy))} said so; it waits for their approval`
                  : "by nobody",
            ],
            ["Review", one.review],
            ["Reason", escapeMarkdown(one.why)],
            ["Conditions", escapeMarkdown(stored?.entry.conditions ?? "none")],
          ],
        ),
        "",
      ];
    }),
  ];
}

const head = [
  "threat",
  "title",
  "tier",
  "risk",
  "state",
  "because",
  "owner",
  "accepted_on",
  "approver",
  "approved_on",
  "review",
  "reason",
  "conditions",
];

function rows(view: ReportView): readonly (readonly Cell[])[] {
  return inOrder(view).map((one) => {
    const stored = view.acceptances.get(one.threat);
    const found = view.threat(one.threat);
    return [
      one.threat,
      found?.title,
      one.tier,
      found?.current,
      one.state,
      one.because,
      one.owner,
      one.on,
      one.approvedBy,
      one.approvedBy && stored?.approved?.on,
      one.review,
      one.why,
      stored?.entry.conditions,
    ];
  });
}
