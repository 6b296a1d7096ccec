// The interfaces that can do more than ordinary roles may: whence they are reached, what is asked of a caller, and for whom they are.
import { type Analysis, type Document, effective } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../../data/selection.ts";
import { Section } from "../../../kit/layout.tsx";
import { useProofWords } from "./proof-words.ts";
import { roleNames } from "./role-names.ts";

interface PrivilegedProps {
  readonly analysis: Analysis;
  readonly document: Document;
}

export function Privileged({ analysis: { surface }, document }: PrivilegedProps) {
  const { t } = useTranslation();
  const select = useSelect();
  const proof = useProofWords();
  const laid = effective(document);
  const rows = surface.entryPoints.filter(({ privileged }) => privileged);
  const rolesOf = (entryPoint: string) =>
    surface.access.filter(
      (cell) => cell.entryPoint === entryPoint && (cell.access === "yes" || cell.access === "when"),
    );
  return (
    <Section title={t("surface.privilegedList.title")}>
      {rows.length === 0 && <p className="text-sm text-soft">{t("surface.privilegedList.none")}</p>}
      <ul className="flex flex-col gap-1.5">
        {rows.map(({ id, title, exposure, authentication }) => {
          const names = roleNames(
            rolesOf(id).map(({ role }) => role),
            laid,
          );
          return (
            <li key={id} className="text-sm">
              <button
                type="button"
                dir="auto"
                className="text-left font-medium hover:underline"
                onClick={() => select({ kind: "entry-point", id })}
              >
                {title}
              </button>
              <p className="text-xs text-soft" dir="auto">
                {t(`surface.exposure.${exposure}`)} · {proof(authentication)} ·{" "}
                {names === "" ? t("surface.privilegedList.nobody") : t("surface.privilegedList.who", { names })}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
