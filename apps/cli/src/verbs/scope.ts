// scope: purpose, team, criticality, regulations; what is in scope, and what is out of it with the reason.
import type { CommandCall } from "@parapet/core";
import type { Command } from "commander";
import { columns, dim } from "../print/style.ts";
import type { Session } from "../session.ts";
import {
  collect,
  collectText,
  type ExitCode,
  given,
  listOption,
  type Options,
  textOption,
  type Verb,
} from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .option("--purpose <text>", "what the system is for, in a sentence")
      .option("--team <name>", "the team that owns the system")
      .option("--criticality <level>", "low, medium, high")
      .option("--regulation <ids>", "what it must comply with: gdpr, pci-dss, hipaa …; replaces the list", collect)
      .option("--in <what>", "something that the model covers", collectText)
      .option("--out <what>", "something that it leaves out; needs --why", collectText)
      .option("--why <text>", "why what --out names is left out, or, without --out, why --in names it")
      .option("--remove <what>", "take an item out of both lists", collectText)
      .addHelpText(
        "after",
        "\nExample:\n  parapet scope --out 'Card network' --why 'Covered by the attestation of the provider'",
      ),
  run: (session, _args, options: Options) => {
    const calls = scopeCalls(options);
    return calls.length === 0 ? show(session) : session.change("Changed the scope", calls);
  },
};

function scopeCalls(options: Options): readonly CommandCall[] {
  const why = textOption(options, "why");
  const reason = why === undefined ? {} : { why };
  const regulations = listOption(options, "regulation");
  const out = listOption(options, "out");
  const fields = {
    ...given(options, ["purpose", "team", "criticality"]),
    ...(regulations.length > 0 ? { regulations } : {}),
  };
  return [
    ...(Object.keys(fields).length > 0 ? [{ name: "set-scope", input: fields }] : []),
    ...listOption(options, "remove").map((what) => ({ name: "remove-scope-item", input: { what } })),
    ...listOption(options, "in").map((what) => ({
      name: "add-in-scope",
      input: { what, ...(out.length === 0 ? reason : {}) },
    })),
    ...out.map((what) => ({ name: "add-out-of-scope", input: { what, ...reason } })),
  ];
}

async function show(session: Session): Promise<ExitCode> {
  const opened = await session.open();
  if (!opened.ok) return session.fail(opened.problems);
  const scope = opened.value.document.model.scope ?? {};
  const item = ({ what, why }: { what: string; why?: string | undefined }): string =>
    why ? `${what} ${dim(`(${why})`)}` : what;
  const rows = [
    ["purpose", scope.purpose ?? dim("not said")],
    ["team", scope.team ?? dim("not said")],
    ["criticality", scope.criticality ?? dim("not said")],
    ["regulations", scope.regulations?.join(", ") ?? dim("not said")],
    ["in scope", scope.in?.map(item).join("; ") ?? dim("not said")],
    ["out of scope", scope.out?.map(item).join("; ") ?? dim("not said")],
  ];
  return session.say({ scope }, columns(rows));
}
