// evidence: records what a test of a criterion showed; lists the criteria when none is named.
import { hasCommit } from "@parapet/adapters";
import { problem } from "@parapet/core";
import type { Command } from "commander";
import { given, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .argument("<criterion>", "the criterion, as criterion@mitigation; parapet criteria lists them")
      .option("--passed", "the test passed")
      .option("--failed", "the test failed")
      .option("--tool <tool>", "what tested (default: by-hand)")
      .option("--environment <name>", "where it was tested")
      .option("--on <date>", "the day of the test (default: today)")
      .option("--commit <id>", "the commit that was tested")
      .option("--link <link>", "where the result can be seen")
      .option("--digest <digest>", "the digest of the report")
      .option("--method <how>", "by hand: how it was tested")
      .option("--performer <person>", "by hand: who tested, not who built it")
      .option("--saw <text>", "by hand: what was seen")
      .option("--declared", "record it although something is missing; it then counts as a declaration")
      .addHelpText(
        "after",
        "\nExample:\n  parapet evidence refused@tls-everywhere --passed --method 'connected without TLS' --performer cy --commit 3f2c91e --saw 'connection reset'",
      ),
  run: async (session, [criterion = ""], options: Options) => {
    if ((options.passed === true) === (options.failed === true)) {
      return session.fail([problem("bad-argument", "What the test showed is not said.", "Give --passed or --failed.")]);
    }
    const verdict = options.passed === true ? "passed" : "failed";
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    const { commit } = given(options, ["commit"]);
    const unknown = commit !== undefined && hasCommit(opened.value.store.folder, commit) === false;
    const input = {
      criterion,
      verdict,
      ...(unknown ? { "unknown-commit": true } : {}),
      ...given(options, ["tool", "environment", "on", "commit", "link", "digest", "method", "performer", "saw"]),
      ...(options.declared === true ? { declared: true } : {}),
    };
    const elsewhere = unknown ? `; git does not know the commit ${commit} here: it may be of another repository` : "";
    const title = `Recorded that ${criterion} ${verdict}${elsewhere}`;
    return session.changeOpened(opened.value, title, [{ name: "record-evidence", input }]);
  },
};
