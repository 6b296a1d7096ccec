// The saved views of the register: chosen, saved under a name for everybody who works on the model, saved anew, removed.
import type { ThreatView } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../data/use-command.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import { BareText } from "../../kit/bare-fields.tsx";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { firstView, type RegisterView } from "./filter.ts";
import { isSameView, shownBy } from "./view-of-register.ts";

interface SavedViewsProps {
  readonly view: RegisterView;
  readonly setView: (view: RegisterView) => void;
  /** A cell of the heat map narrows what is seen: that is no part of a view. */
  readonly narrowed: boolean;
}

const none: Readonly<Record<string, ThreatView>> = {};

export function SavedViews({ view, setView, narrowed }: SavedViewsProps) {
  const { t } = useTranslation();
  const saved = useWorkbench((state) => state.document?.register?.views ?? none);
  const { run, problems } = useCommand();
  const [naming, setNaming] = useState(false);
  const [title, setTitle] = useState("");
  const shown = Object.keys(saved).find((id) => isSameView(shownBy(saved[id]), view));
  const save = async () => {
    const input = { title: title.trim(), filter: view.filter, group: view.group, sort: view.sort };
    if (!(await run(t("enumeration.register.viewSaved", { title: input.title }), call("save-threat-view", input))))
      return;
    setTitle("");
    setNaming(false);
  };
  const remove = (id: string) =>
    run(t("enumeration.register.viewRemoved", { title: saved[id]?.title ?? id }), call("remove-threat-view", { id }));
  const isPlain = isSameView(firstView, view);
  return (
    <>
      {Object.keys(saved).length > 0 && (
        <select
          aria-label={t("enumeration.register.views")}
          value={shown ?? ""}
          onChange={({ target }) => setView(shownBy(saved[target.value]))}
          className="min-h-7 min-w-0 max-w-48 rounded-md border border-line-strong/50 bg-surface px-2 py-0.5 text-sm"
        >
          <option value="">{isPlain ? t("enumeration.register.plainView") : t("enumeration.register.ownView")}</option>
          {Object.entries(saved).map(([id, one]) => (
            <option key={id} value={id}>
              {one.title}
            </option>
          ))}
        </select>
      )}
      {shown !== undefined && (
        <Button look="quiet" onClick={() => void remove(shown)}>
          {t("enumeration.register.removeView")}
        </Button>
      )}
      {shown === undefined && !isPlain && !narrowed && !naming && (
        <Button look="quiet" onClick={() => setNaming(true)}>
          {t("enumeration.register.saveView")}
        </Button>
      )}
      {naming && (
        <form
          className="flex items-center gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <BareText
            label={t("enumeration.register.viewName")}
            value={title}
            autoFocus
            required
            maxLength={200}
            onChange={({ target }) => setTitle(target.value)}
            onKeyDown={({ key }) => key === "Escape" && setNaming(false)}
          />
          <Button type="submit" disabled={title.trim() === ""}>
            {t("words.save")}
          </Button>
        </form>
      )}
      <Problems problems={problems} />
    </>
  );
}
