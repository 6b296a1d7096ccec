// What is modelled and what is left out, side by side, the latter with the reason.
import type { Document } from "@parapet/core";
import { X } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../data/use-command.ts";
import { send } from "../../data/workbench.ts";
import { BareText } from "../../kit/bare-fields.tsx";
import { Button, IconButton } from "../../kit/button.tsx";
import { InlineText } from "../../kit/inline-text.tsx";
import { Section } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";
import { outOfScopeSpot } from "../overview/place-of-need.ts";
import { addItem, editItem, removeItem, type ScopeItem, type Side } from "./scope-items.ts";

export function ScopeLists({ scope }: { readonly scope: Document["model"]["scope"] }) {
  return (
    <div className="grid gap-5 @xl:grid-cols-2">
      <ScopeList side="in" items={scope?.in ?? []} />
      <ScopeList side="out" items={scope?.out ?? []} />
    </div>
  );
}

function ScopeList({ side, items }: { readonly side: Side; readonly items: readonly ScopeItem[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t(`scoping.scope.${side}`)}>
      {items.length === 0 && (
        <p className="mb-1 text-sm text-soft">{t(side === "in" ? "scoping.scope.noneIn" : "scoping.scope.noneOut")}</p>
      )}
      <ul className="flex flex-col divide-y divide-line">
        {items.map((item, index) => (
          <Item key={item.what} side={side} items={items} index={index} />
        ))}
      </ul>
      <NewItem side={side} />
    </Section>
  );
}

interface ItemProps {
  readonly side: Side;
  readonly items: readonly ScopeItem[];
  readonly index: number;
}

function Item({ side, items, index }: ItemProps) {
  const { t } = useTranslation();
  const { run, problems } = useCommand();
  const { what, why } = items[index] as ScopeItem;
  const edit = (next: ScopeItem) =>
    send(t("scoping.scope.didEdit", { what: next.what }), ...editItem(side, items, index, next));
  return (
    <li id={side === "out" ? outOfScopeSpot(what) : undefined} className="group flex items-start gap-1 py-1">
      <div className="flex min-w-0 flex-1 flex-col">
        {side === "out" && !why && (
          <InlineText
            label={`${what}: ${t("scoping.scope.why")}`}
            placeholder={t("scoping.scope.noWhy")}
            value=""
            className="border-line-strong!"
            save={(reason) => edit({ what, why: reason })}
          />
        )}
        <InlineText
          label={t("scoping.scope.whatField")}
          value={what}
          wraps
          className="-ml-1.5 font-medium"
          save={(text) => edit({ what: text, why })}
        />
        {why !== undefined && (
          <InlineText
            label={`${what}: ${t(side === "in" ? "scoping.scope.whyIn" : "scoping.scope.why")}`}
            value={why}
            wraps
            className="-ml-1.5 text-soft"
            save={(reason) => edit({ what, why: reason })}
          />
        )}
        <Problems problems={problems} />
      </div>
      <IconButton
        label={t("scoping.scope.remove", { what })}
        className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
        onClick={() => void run(t("scoping.scope.didRemove", { what }), removeItem(what))}
      >
        <X size={14} />
      </IconButton>
    </li>
  );
}

function NewItem({ side }: { readonly side: Side }) {
  const { t } = useTranslation();
  const { run, problems, clear } = useCommand();
  const [what, setWhat] = useState("");
  const [why, setWhy] = useState("");
  const reason = useRef<HTMLInputElement>(null);
  const add = async () => {
    const item = { what: what.trim(), ...(why.trim() !== "" && { why: why.trim() }) };
    const title = t(side === "in" ? "scoping.scope.didAddIn" : "scoping.scope.didAddOut", { what: item.what });
    if (!(await run(title, addItem(side, item)))) return;
    setWhat("");
    setWhy("");
  };
  return (
    <form
      id={side === "in" ? "in-scope" : "out-of-scope"}
      className="mt-1 flex flex-wrap items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        // What is left out needs its reason: Enter goes on to it.
        if (side === "out" && what.trim() !== "" && why.trim() === "") reason.current?.focus();
        else void add();
      }}
    >
      <BareText
        label={t(side === "in" ? "scoping.scope.addIn" : "scoping.scope.addOut")}
        value={what}
        onChange={({ target }) => {
          setWhat(target.value);
          clear();
        }}
        className="w-full border-dashed"
      />
      {what.trim() !== "" && (
        <>
          <BareText
            ref={reason}
            label={t(side === "in" ? "scoping.scope.whyIn" : "scoping.scope.why")}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
            className="flex-1"
          />
          <Button type="submit">{t("scoping.scope.add")}</Button>
        </>
      )}
      <Problems problems={problems} />
    </form>
  );
}
