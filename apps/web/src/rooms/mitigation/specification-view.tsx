// A specification, ready to paste: as it reads, and a button that copies it as Markdown.
import { type Specification, ticketsOf } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../kit/copy-button.tsx";
import { Section } from "../../kit/layout.tsx";

/** More than this is copied, but not drawn. */
const readable = 20_000;

export function SpecificationView({ specification }: { readonly specification: Specification | undefined }) {
  const { t } = useTranslation();
  const ticket = specification && ticketsOf([specification])[0];
  if (!ticket)
    return (
      <Section title={t("mitigation.spec.title")}>
        <p className="text-sm text-soft">{t("mitigation.spec.none")}</p>
      </Section>
    );
  return (
    <Section title={t("mitigation.spec.title")} className="flex flex-col">
      <SpecificationText text={`# ${ticket.title}\n\n${ticket.body}`} />
    </Section>
  );
}

/** The text as it reads, with its button. */
export function SpecificationText({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  return (
    <>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        className="max-h-96 min-h-40 flex-1 overflow-auto whitespace-pre-wrap rounded-md border border-line bg-surface p-3 font-mono text-xs"
      >
        {text.length > readable ? `${text.slice(0, readable)} …` : text}
      </pre>
      <div className="mt-2 flex flex-wrap gap-2">
        <CopyButton text={text} label={t("mitigation.spec.copy")} />
      </div>
    </>
  );
}
