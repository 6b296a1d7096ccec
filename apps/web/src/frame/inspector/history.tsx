// What was changed on a selection since this page was opened, and what people said about it.
import { commentsOn, type NamedComment } from "@parapet/core";
import type { Entry } from "@parapet/live";
import { clsx } from "clsx";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePeople } from "../../data/people.ts";
import type { Selection } from "../../data/selection.ts";
import { call, send, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { titleOf } from "./title-of.ts";
import type { World } from "./world.ts";

const none: readonly Entry[] = [];
const shownEntries = 8;

export function History({ selection, world }: { readonly selection: Selection; readonly world: World }) {
  const { t } = useTranslation();
  const people = usePeople();
  const recent = useWorkbench((state) => state.shown?.recent ?? none);
  const { id } = selection;
  const touched = recent
    .filter((entry) => entry.changes.some((change) => change.id === id || change.field?.includes(id)))
    .slice(-shownEntries);
  const comments = commentsOn(world.document, id);
  return (
    <div className="flex flex-col gap-2 text-sm" tabIndex={-1} data-comments="">
      {touched.length + comments.length === 0 && <p className="text-xs text-faint">{t("inspector.none.history")}</p>}
      <ul className="flex flex-col gap-1">
        {touched.map((entry) => (
          <li key={entry.id}>
            {entry.title}{" "}
            <span className="text-xs text-faint">{t("inspector.by", { by: people.name(entry.by), on: entry.at })}</span>
          </li>
        ))}
      </ul>
      <ul className="flex flex-col gap-2">
        {comments.map((comment) => (
          <Said key={comment.id} comment={comment} />
        ))}
      </ul>
      <Comment selection={selection} world={world} />
    </div>
  );
}

/** What somebody said; what is settled steps back. */
function Said({ comment: { id, text, by, at, resolved, ...rest } }: { readonly comment: NamedComment }) {
  const { t } = useTranslation();
  const people = usePeople();
  const run = () =>
    void send(
      t(resolved ? "inspector.reopened" : "inspector.noteSettled", { text }),
      call(resolved ? "reopen-comment" : "resolve-comment", { id }),
    );
  return (
    <li className={clsx("rounded-md bg-sunken px-3 py-2", rest["reply-to"] !== undefined && "ml-4")}>
      <p className={clsx("whitespace-pre-wrap", resolved && "text-faint")} dir="auto">
        {text}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-faint">
        <span className="flex-1">
          {t("inspector.by", { by: people.name(by), on: at })}
          {resolved && ` · ${t("inspector.settledWho", { ...resolved, by: people.name(resolved.by) })}`}
        </span>
        {rest["reply-to"] === undefined && (
          <button type="button" className="text-accent hover:underline" onClick={run}>
            {t(resolved ? "inspector.reopen" : "inspector.settle")}
          </button>
        )}
      </p>
    </li>
  );
}

function Comment({ selection, world }: { readonly selection: Selection; readonly world: World }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const say = async () => {
    const title = t("inspector.commented", { title: titleOf(selection, world) });
    const done = await send(title, call("add-comment", { about: selection.id, text }));
    if (done.ok) setText("");
  };
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <textarea
        aria-label={t("inspector.comment")}
        placeholder={t("inspector.comment")}
        value={text}
        rows={text === "" ? 1 : 3}
        dir="auto"
        onChange={({ target }) => setText(target.value)}
        className="min-w-0 flex-1 rounded-md border border-line bg-surface px-2 py-1 text-sm"
      />
      {text.trim() !== "" && <Button type="submit">{t("inspector.say")}</Button>}
    </form>
  );
}
