// accept: accepts the risk of threats, with an owner, a reason and a review date; or withdraws an acceptance.
import { type Analysis, type Document, needsSecondPerson, threatsOf } from "@parapet/core";
import type { Command } from "commander";
import { count } from "../print/style.ts";
import { chosen, isUnsettled, withQuery } from "../query.ts";
import { given, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    withQuery(command.argument("[threats...]", "threats by id, or a query"))
      .option("--owner <person>", "who answers for the risk")
      .option("--why <text>", "why it is acceptable")
      .option("--review <date>", "when it is looked at again")
      .option("--conditions <text>", "what has to stay so")
      .option("--withdraw", "withdraw the acceptance")
      .addHelpText(
        "after",
        "\nExample:\n  parapet accept flooded-process@status-page --owner bo --why 'It is down for minutes, and nobody waits for it' --review 2027-05-01\nFor critical and high threats another person approves it: parapet approve THREAT.",
      ),
  run: async (session, ids, options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const withdraw = options.withdraw === true;
    const accepted = opened.value.document.register?.acceptances ?? {};
    const threats = chosen(opened.value.analysis(), ids, options, (threat) =>
      withdraw ? Object.hasOwn(accepted, threat.id) : isUnsettled(threat),
    );
    if (!threats.ok) return session.fail(threats.problems);
    const many = count(threats.value.length, "threat");
    if (withdraw)
      return session.changeOpened(opened.value, `Withdrew the acceptance of ${many}`, [
        { name: "withdraw-acceptance", input: { threats: threats.value } },
      ]);
    const input = { threats: threats.value, ...given(options, ["owner", "why", "review", "conditions"]) };
    const title = `Accepted the risk of ${many}${waiting(opened.value.document, opened.value.analysis(), threats.value)}`;
    return session.changeOpened(opened.value, title, [{ name: "accept-risk", input }]);
  },
};

/** What is accepted only once another person approves, by the tiers and the policy of the document. */
function waiting(document: Document, analysis: Analysis, ids: readonly string[]): string {
  const wanted = new Set(ids);
  const held = threatsOf(analysis).filter(({ id, tier }) => wanted.has(id) && needsSecondPerson(document, tier));
  if (held.length === 0) return "";
  return held.length === ids.length
    ? ", once another person approves it"
    : `, ${held.length} of them once another person approves it`;
}
