// comment: lists what people say of things, threats and questions; says something; resolves, reopens or takes back a comment.
import { commentsOn, type NamedComment, nameOfPerson, problem } from "@parapet/core";
import type { Command } from "commander";
import { dim, hanging } from "../print/style.ts";
import type { Opened, Session } from "../session.ts";
import { type ExitCode, given, type Options, type Verb } from "../verb.ts";

const acts = { resolve: "Resolved", reopen: "Reopened", remove: "Took back" } as const;

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .usage("[list] [ABOUT] [--all] | add ABOUT TEXT [--reply-to COMMENT] | resolve | reopen | remove COMMENT")
      .argument("[action]", "list, add, resolve, reopen or remove", "list")
      .argument("[about]", "a thing, a threat, a question or model; or a comment by its id")
      .argument("[text]", "add: what is said")
      .option("--reply-to <comment>", "add: the comment that it answers")
      .option("--all", "list: resolved ones too")
      .addHelpText(
        "after",
        "\nExamples:\n  parapet comment add checkout-api 'Is the old endpoint still up?'\n  parapet comment list checkout-api",
      ),
  run: async (session, [action = "list", about, text], options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    if (action === "list") return list(session, opened.value, about, options.all === true);
    if (about === undefined || (action === "add" && text === undefined)) return session.fail([incomplete]);
    if (action === "add")
      return session.changeOpened(opened.value, `Commented on ${about}`, [
        { name: "add-comment", input: { about, text, ...replyOf(options) } },
      ]);
    const call = { resolve: "resolve-comment", reopen: "reopen-comment", remove: "remove-comment" }[action];
    if (call === undefined) return session.fail([incomplete]);
    return session.changeOpened(opened.value, `${acts[action as keyof typeof acts]} ${about}`, [
      { name: call, input: { id: about } },
    ]);
  },
};

const incomplete = problem(
  "bad-argument",
  "It is not said what to do, or about what.",
  "Write parapet comment add ABOUT TEXT, or resolve, reopen or remove with the comment's id.",
);

function replyOf(options: Options): object {
  const { replyTo } = given(options, ["replyTo"]);
  return replyTo === undefined ? {} : { "reply-to": replyTo };
}

function list(session: Session, { document }: Opened, about: string | undefined, all: boolean): ExitCode {
  const found = commentsOn(document, about);
  const open = found.filter((comment) => all || !rootOf(comment, found).resolved);
  const lines = open.map((comment) =>
    [
      hanging(comment["reply-to"] ? "  ↳ " : "", comment["reply-to"] ? 4 : 2, comment.text),
      dim(
        hanging(
          "  ",
          4,
          `${comment.id} · ${comment.on} · ${nameOfPerson(document, comment.by)}, ${comment.at}${comment.resolved ? ` · resolved by ${nameOfPerson(document, comment.resolved.by)}` : ""}`,
        ),
      ),
    ].join("\n"),
  );
  return session.say({ comments: open }, lines.length === 0 ? dim("Nothing is said that waits.") : lines.join("\n"));
}

/** The comment that began what this one belongs to. */
function rootOf(comment: NamedComment, all: readonly NamedComment[]): NamedComment {
  const seen = new Set<string>();
  let at = comment;
  while (at["reply-to"] !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    const next = all.find(({ id }) => id === at["reply-to"]);
    if (!next) break;
    at = next;
  }
  return at;
}
