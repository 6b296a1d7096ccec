// The roles that reach the system; whether each may come in where, the surface says.
import { type Document, effective, slug } from "@parapet/core";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { linkTo } from "../../data/selection.ts";
import { useCommand } from "../../data/use-command.ts";
import { call, useWorkbench } from "../../data/workbench.ts";
import { BareText } from "../../kit/bare-fields.tsx";
import { Section } from "../../kit/layout.tsx";
import { Problems } from "../../kit/problems.tsx";

export function Roles({ document }: { readonly document: Document }) {
  const { t } = useTranslation();
  const model = useWorkbench((state) => state.model);
  const { run, problems } = useCommand();
  const [title, setTitle] = useState("");
  const roles = [...effective(document).roles];
  const add = async () => {
    const name = title.trim();
    if (await run(t("scoping.roles.didAdd", { name }), call("add-role", { id: slug(name), title: name }))) setTitle("");
  };
  const matrix = (
    <Link href={linkTo(model, "decomposition/surface")} className="text-accent hover:underline">
      {t("scoping.roles.matrix")}
    </Link>
  );
  return (
    <Section title={t("scoping.roles.title")} note={matrix}>
      {roles.length === 0 && <p className="text-sm text-soft">{t("scoping.roles.none")}</p>}
      <form
        id="roles"
        className="flex flex-wrap items-center gap-1.5"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        {roles.map(([id, { value }]) => (
          <RoleChip
            key={id}
            name={value.title ?? id}
            privileged={value.privileged === "yes"}
            turn={(privileged) =>
              void run(
                t("scoping.roles.didSet", { name: value.title ?? id }),
                call("set-field", { id, of: "roles", field: "privileged", value: privileged ? "yes" : "no" }),
              )
            }
            remove={() =>
              void run(
                t("scoping.roles.didRemove", { name: value.title ?? id }),
                call("remove-thing", { id, of: "roles" }),
              )
            }
          />
        ))}
        <BareText
          label={t("scoping.roles.add")}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
          className="w-32 border-dashed"
        />
      </form>
      <Problems problems={problems} />
    </Section>
  );
}

interface RoleChipProps {
  readonly name: string;
  readonly privileged: boolean;
  readonly turn: (privileged: boolean) => void;
  readonly remove: () => void;
}

function RoleChip({ name, privileged, turn, remove }: RoleChipProps) {
  const { t } = useTranslation();
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-md border border-line bg-surface pl-2 text-sm">
      <span className="max-w-48 truncate" title={name} dir="auto">
        {name}
      </span>
      <button
        type="button"
        aria-pressed={privileged}
        aria-label={`${name}: ${t("scoping.roles.privileged")}`}
        onClick={() => turn(!privileged)}
        className={clsx(
          "rounded px-1 text-2xs leading-5",
          privileged ? "bg-accent-soft font-semibold text-accent" : "text-faint hover:text-ink",
        )}
      >
        {t(privileged ? "scoping.roles.privileged" : "scoping.roles.ordinary")}
      </button>
      <button
        type="button"
        aria-label={t("scoping.roles.remove", { name })}
        onClick={remove}
        className="inline-flex size-6 items-center justify-center rounded text-faint hover:text-ink"
      >
        <X size={13} aria-hidden="true" />
      </button>
    </span>
  );
}
