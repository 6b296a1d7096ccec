// What the system is for, who owns it, how much hangs on it and what it has to comply with.
import { type Analysis, type Document, nameOfRegulation, regulationNamed } from "@parapet/core";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../data/use-command.ts";
import { call, send } from "../../data/workbench.ts";
import { BareChoice, BareText } from "../../kit/bare-fields.tsx";
import { InlineText } from "../../kit/inline-text.tsx";
import { Section } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";

type Scope = Document["model"]["scope"];
const levels = ["low", "medium", "high"] as const;

export function Purpose({ scope, regulations }: { readonly scope: Scope; readonly regulations: Analysis["rules"] }) {
  const { t } = useTranslation();
  const set = useCommand();
  return (
    <Section title={t("scoping.purpose.title")}>
      <div id="purpose">
        <InlineText
          label={t("scoping.purpose.field")}
          placeholder={t("scoping.purpose.placeholder")}
          value={scope?.purpose ?? ""}
          wraps
          className="-mx-1.5 text-lg! leading-6"
          save={(purpose) => send(t("scoping.purpose.did"), call("set-scope", { purpose }))}
        />
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <span className="flex min-w-0 items-center gap-1">
          <span className="text-soft">{t("scoping.team.field")}</span>
          <InlineText
            label={t("scoping.team.field")}
            placeholder={t("scoping.team.placeholder")}
            value={scope?.team ?? ""}
            className="w-36! font-medium"
            save={(team) => send(t("scoping.team.did"), call("set-scope", { team }))}
          />
        </span>
        <BareChoice
          label={t("scoping.criticality.field")}
          none={t("scoping.criticality.none")}
          value={scope?.criticality ?? ""}
          choices={levels.map((level) => [level, t(`scoping.criticality.${level}`)])}
          choose={(criticality) => void set.run(t("scoping.criticality.did"), call("set-scope", { criticality }))}
        />
        <Regulations named={scope?.regulations ?? []} rules={regulations} />
      </div>
      <Problems problems={set.problems} />
    </Section>
  );
}

/** Ids of regulations: those that the rules speak of are offered, others can be named. */
function Regulations({ named, rules }: { readonly named: readonly string[]; readonly rules: Analysis["rules"] }) {
  const { t } = useTranslation();
  const { run, problems } = useCommand();
  const [text, setText] = useState("");
  const known = [...new Set(Object.values(rules).flatMap((rule) => rule.regulations ?? []))].sort();
  const set = (regulations: readonly string[]) => run(t("scoping.regulations.did"), call("set-scope", { regulations }));
  const add = async () => {
    if (text.trim() !== "" && (await set([...named, regulationNamed(text)]))) setText("");
  };
  return (
    <form
      aria-label={t("scoping.regulations.field")}
      className="flex flex-wrap items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {named.map((id) => (
        <span key={id} className="inline-flex items-center gap-0.5 rounded border border-line pl-2 text-sm">
          {nameOfRegulation(id)}
          <button
            type="button"
            aria-label={t("scoping.regulations.remove", { name: nameOfRegulation(id) })}
            className="inline-flex size-6 items-center justify-center rounded text-faint hover:text-ink"
            onClick={() => void set(named.filter((one) => one !== id))}
          >
            <X size={13} aria-hidden="true" />
          </button>
        </span>
      ))}
      <BareText
        label={t("scoping.regulations.add")}
        list="regulations"
        value={text}
        onChange={({ target }) => setText(target.value)}
        className="w-36 border-dashed"
      />
      <datalist id="regulations">
        {known
          .filter((one) => !named.includes(one))
          .map((one) => (
            <option key={one} value={nameOfRegulation(one)} />
          ))}
      </datalist>
      <Problems problems={problems} />
    </form>
  );
}
