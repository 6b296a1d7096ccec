// analyze: the whole analysis as JSON, or its summary for people.

import type { Command } from "commander";
import { featureOption } from "../feature-option.ts";
import { printSummary } from "../print/summary.ts";
import type { Options, Verb } from "../verb.ts";

/** Nobody reads more threats than this in JSON: it is printed on one line then, in half the bytes. */
const readable = 1000;

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .option("--feature <id>", "with what this feature adds")
      .addHelpText("after", "\nExample:\n  parapet analyze examples/shop --json"),
  run: async (session, _args, options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const feature = featureOption(opened.value, options);
    if (!feature.ok) return session.fail(feature.problems);
    const analysis = opened.value.analysis(feature.value);
    if (!session.json) return session.say(undefined, printSummary(analysis));
    return analysis.threats.length > readable ? session.sayLong(analysis) : session.say(analysis, "");
  },
};
