// The line that records a threat somebody says aloud: one sentence; what it lacks, its subject and a threat that says the same are suggested.
import { nameBook, namedThing, type Problem } from "@parapet/core";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSelect, useSelection } from "../../data/selection.ts";
import { useViews } from "../../data/views.ts";
import { call, send, useWorkbench } from "../../data/workbench.ts";
import { firstOfCard, recordLine } from "../../frame/inspector/threat/card-names.ts";
import { idOfWritten } from "../../frame/inspector/threat/card-threat.ts";
import { TypedStatementHints } from "../../frame/inspector/typed-statement.tsx";
import { isTyping } from "../../frame/shortcuts.ts";
import { Button, Key } from "../../kit/button.tsx";
import { TierChip } from "../../kit/chips.tsx";
import { fieldName, keyboardTo } from "../../kit/follow-keyboard.ts";
import { Problems } from "../../kit/problems.tsx";
import { similarThreats } from "./similar.ts";

/** Goes to the line from anywhere in the room. */
const key = "t";

export function RecordLine() {
  const { t } = useTranslation();
  const views = useViews();
  const select = useSelect();
  const selection = useSelection();
  const [say, setSay] = useState("");
  const [chosen, setChosen] = useState<string>();
  const [recorded, setRecorded] = useState<string>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const line = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || event.key !== key) return;
      event.preventDefault();
      line.current?.focus();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
  const settled = useDeferredValue(say);
  const things = useMemo(
    () => (views ? [...views.analysis.elements, ...views.analysis.flows, ...views.analysis.zones] : []),
    [views],
  );
  const selected = selection && things.some(({ id }) => id === selection.id) ? selection.id : undefined;
  const book = useMemo(() => nameBook(things), [things]);
  const subject = chosen ?? namedThing(settled, book) ?? selected ?? "model";
  const similar = useMemo(() => similarThreats(settled, subject, views?.threats ?? []), [settled, subject, views]);
  const document = useWorkbench((state) => state.document);
  const record = async () => {
    const input = { say: say.trim(), ...(subject !== "model" && { subject }) };
    const done = await send(t("enumeration.record.recorded", { say: input.say }), call("record-threat", input));
    setProblems(done.ok ? [] : done.problems);
    if (!done.ok) return;
    setSay("");
    setChosen(undefined);
    // What was written down opens beside the line: the next sentence comes next, or Enter, which goes on with this one.
    const id = idOfWritten(useWorkbench.getState().document, input.say, subject);
    if (id !== undefined) select({ kind: "threat", id });
    setRecorded(id);
  };
  const goOn = (id: string) => {
    select({ kind: "threat", id });
    keyboardTo(firstOfCard(id));
  };
  // Not what was taken back meanwhile.
  const there = recorded !== undefined && document?.register?.threats?.[recorded] !== undefined;
  const next = there && say.trim() === "" ? recorded : undefined;
  return (
    <form
      className="flex w-full flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (say.trim() !== "") void record();
      }}
    >
      <div className="flex flex-wrap items-center gap-2">
        <Key>{key.toUpperCase()}</Key>
        <input
          aria-label={t("enumeration.record.label")}
          placeholder={t("enumeration.record.placeholder")}
          value={say}
          ref={line}
          dir="auto"
          {...{ [fieldName]: recordLine }}
          onChange={({ target }) => setSay(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || next === undefined) return;
            event.preventDefault();
            goOn(next);
          }}
          className="min-w-48 shrink grow basis-72 scroll-mb-32 rounded-md border border-line-strong/50 bg-surface px-2.5 py-1 text-sm"
        />
        <label className="flex items-center gap-1.5 text-sm text-soft">
          {t("enumeration.record.on")}
          <select
            value={subject}
            onChange={({ target }) => setChosen(target.value)}
            className="max-w-48 rounded-md border border-line bg-surface px-1.5 py-1 text-sm text-ink"
          >
            <option value="model">{t("enumeration.record.system")}</option>
            {things.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" look="main" disabled={say.trim() === ""}>
          {t("enumeration.record.record")}
        </Button>
      </div>
      {next !== undefined && (
        <button
          type="button"
          className="flex w-fit items-center gap-1.5 text-left text-xs text-soft hover:underline"
          onClick={() => goOn(next)}
        >
          {t("enumeration.record.goOn")}
          <Key>↵</Key>
        </button>
      )}
      <TypedStatementHints say={say} setSay={setSay} subject={subject} field={line} />
      {say.trim().length > 8 && similar.length > 0 && (
        <ul className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-soft">
          <li>{t("enumeration.record.similar")}</li>
          {similar.map(({ id, title, tier }) => (
            <li key={id}>
              <button
                type="button"
                className="flex items-center gap-1 text-left hover:underline"
                title={t("enumeration.record.sameLink")}
                onClick={() => select({ kind: "threat", id })}
              >
                <TierChip tier={tier} />
                {title}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Problems problems={problems} />
    </form>
  );
}
