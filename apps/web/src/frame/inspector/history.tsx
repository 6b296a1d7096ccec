// What was changed on a selection since this page was opened, and what people said about it.
import type { Entry } from "@parapet/live";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Selection } from "../../data/selection.ts";
import { call, send, useWorkbench } from "../../data/workbench.ts";
import { Button } from "../../kit/button.tsx";
import { titleOf } from "./title-of.ts";
import type { World } from "./world.ts";

const none: readonly Entry[] = [];
const shownEntries = 8;

export function History({ selection, world }: { readonly selection: Selection; readonly world: World }) {
  const { t } = useTranslation();
  const recent = useWorkbench((state) => state.shown?.recent ?? none);
  const { id } = selection;
  const touched = recent
    .filter((entry) => entry.changes.some((change) => change.id === id || change.field?.includes(id)))
    .slice(-shownEntries);
  const comments = Object.entries(world.document.register?.comments ?? {}).filter(([, { on }]) => on === id);
  return (
    <div className="flex flex-col gap-2 text-sm">
      {touched.length + comments.length === 0 && <p className="text-xs text-faint">{t("inspector.none.history")}</p>}
      <ul className="flex flex-col gap-1">
        {touched.map((entry) => (
          <li key={entry.id}>
            {entry.title}{" "}
            <span className="text-xs text-faint">{t("inspector.by", { by: entry.by, on: entry.at })}</span>
          </li>
        ))}
      </ul>
      <ul className="flex flex-col gap-2">
        {comments.map(([key, comment]) => (
          <li key={key} className="rounded-md bg-sunken px-3 py-2" dir="auto">
            <p className="whitespace-pre-wrap">{comment.text}</p>
            <p className="text-xs text-faint">{t("inspector.by", { by: comment.by, on: comment.at })}</p>
          </li>
        ))}
      </ul>
      <Comment selection={selection} world={world} />
    </div>
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
