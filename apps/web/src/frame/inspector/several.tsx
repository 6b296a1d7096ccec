// The inspector of several things: what they have in common, and one step that says the same of all.
import { X } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type Selection, useSelect } from "../../data/selection.ts";
import { useCommand } from "../../data/use-command.ts";
import { call } from "../../data/workbench.ts";
import { IconButton } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { AnswerCard } from "../../rooms/enumeration/answer-card.tsx";
import { Part } from "./part.tsx";
import { type FactRow, type FieldRow, factRows, fieldRows, sharedQuestions } from "./several-things.ts";
import { threatsAbout } from "./subject.ts";
import { ThreatLines } from "./threat-lines.tsx";
import { titleOf } from "./title-of.ts";
import type { World } from "./world.ts";

export function Several({ selections, world }: { readonly selections: readonly Selection[]; readonly world: World }) {
  const { t } = useTranslation();
  const fields = fieldRows(selections, world.document, world.views);
  const facts = factRows(selections, world.document, world.analysis.questions, world.knowledge);
  const questions = sharedQuestions(selections, world.analysis.questions);
  const threats = selections.flatMap((one) => threatsAbout(one, world));
  return (
    <>
      <Part name="is">
        <Chosen selections={selections} world={world} />
        {fields.map((row) => (
          <SetField key={row.field} row={row} selections={selections} />
        ))}
      </Part>
      <Part name="facts" count={facts.length}>
        {facts.map((row) => (
          <SetFact key={row.fact} row={row} selections={selections} />
        ))}
      </Part>
      <Part name="wrong" count={threats.length}>
        <ThreatLines threats={threats} />
      </Part>
      <Part name="unknown" count={questions.length}>
        <ul className="flex flex-col gap-2">
          {questions.map(({ first, others }) => (
            <li key={first.id} className="rounded-md border border-line px-3 py-2">
              {others.length > 0 && (
                <p className="mb-1 text-xs text-soft">{t("inspector.all.alsoFor", { count: others.length })}</p>
              )}
              <AnswerCard question={first} also={others} />
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

function Chosen({ selections, world }: { readonly selections: readonly Selection[]; readonly world: World }) {
  const { t } = useTranslation();
  const select = useSelect();
  return (
    <ul className="mb-2 flex flex-wrap gap-1">
      {selections.map((one) => {
        const title = titleOf(one, world);
        return (
          <li key={one.id} className="flex max-w-full items-center rounded-md bg-sunken pl-2 text-sm">
            <button type="button" className="truncate hover:underline" dir="auto" onClick={() => select(one)}>
              {title}
            </button>
            <IconButton
              label={t("inspector.all.without", { title })}
              className="size-6!"
              onClick={() => select(...selections.filter(({ id }) => id !== one.id))}
            >
              <X size={12} aria-hidden="true" />
            </IconButton>
          </li>
        );
      })}
    </ul>
  );
}

interface RowProps<T> {
  readonly row: T;
  readonly selections: readonly Selection[];
}

/** One field, said of all in one step. */
function SetField({ row: { field, value, differ, choices }, selections }: RowProps<FieldRow>) {
  const { t } = useTranslation();
  const { problems, run } = useCommand();
  const ids = selections.map(({ id }) => id);
  const set = (to: string) => {
    const title = t("inspector.all.set", { field, count: ids.length });
    // Another zone is a move: places on the drawing follow.
    const home = field === "zone" || field === "in";
    const change = home
      ? call("move-to-zone", { ids, ...(to !== "" && { zone: to }) })
      : call("set-fields", { ids, field, value: to === "" ? null : to });
    void run(title, change);
  };
  return (
    <Row name={t(`inspector.field.${field}`)} differ={differ}>
      {(id) => (
        <>
          {choices.length > 0 ? (
            <Choice id={id} value={value} differ={differ} choices={choices} set={set} />
          ) : (
            <input
              id={id}
              key={value}
              defaultValue={value ?? ""}
              onBlur={({ target }) => target.value !== (value ?? "") && set(target.value.trim())}
              onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()}
              className="w-full rounded-md border border-line bg-surface px-2 py-0.5 text-sm"
            />
          )}
          <Problems problems={problems} />
        </>
      )}
    </Row>
  );
}

/** One fact, said of all in one step, by whoever says it now. */
function SetFact({ row: { fact, value, differ, choices, asked }, selections }: RowProps<FactRow>) {
  const { t } = useTranslation();
  const { problems, run } = useCommand();
  const name = fact.replaceAll("-", " ");
  const set = (to: string) => {
    const title = t("inspector.all.set", { field: name, count: asked.length });
    if (to !== "") void run(title, call("answer-question", { ids: asked, value: to }));
  };
  const pairs = choices.map((one) => [one, one.replaceAll("-", " ")] as const);
  return (
    <Row
      name={name}
      differ={differ}
      {...(asked.length < selections.length && {
        note: t("inspector.all.said", { said: asked.length, of: selections.length }),
      })}
    >
      {(id) => (
        <>
          <Choice id={id} value={value} differ={differ} choices={pairs} set={set} />
          <Problems problems={problems} />
        </>
      )}
    </Row>
  );
}

function Row({
  name,
  differ,
  note,
  children,
}: {
  readonly name: string;
  readonly differ: boolean;
  readonly note?: string;
  readonly children: (id: string) => React.ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="flex items-start gap-3 py-0.5 text-sm">
      <label htmlFor={id} className="w-32 shrink-0 text-faint">
        {name}
        {(differ || note !== undefined) && <span className="block text-2xs">{note ?? t("inspector.all.differ")}</span>}
      </label>
      <div className="min-w-0 flex-1">{children(id)}</div>
    </div>
  );
}

function Choice({
  id,
  value,
  differ,
  choices,
  set,
}: {
  readonly id: string;
  readonly value: string | undefined;
  readonly differ: boolean;
  readonly choices: readonly (readonly [string, string])[];
  readonly set: (to: string) => void;
}) {
  const { t } = useTranslation();
  const known = value === undefined || choices.some(([one]) => one === value);
  return (
    <select
      id={id}
      value={value ?? ""}
      onChange={({ target }) => set(target.value)}
      className="w-full rounded-md border border-line bg-surface px-1.5 py-0.5 text-sm"
    >
      <option value="">{t(differ ? "inspector.all.differ" : "inspector.all.none")}</option>
      {!known && <option value={value}>{value}</option>}
      {choices.map(([one, title]) => (
        <option key={one} value={one}>
          {title}
        </option>
      ))}
    </select>
  );
}
