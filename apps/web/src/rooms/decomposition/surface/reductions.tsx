// What could go: what each step takes off the score, and who would lose something.
import { type Analysis, type Document, effective } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useSelect } from "../../../data/selection.ts";
import { useCommand } from "../../../data/use-command.ts";
import { viewsOf } from "../../../data/views.ts";
import { call } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { Section } from "../../../kit/layout.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { roleNames } from "./role-names.ts";

const listed = 8;

interface ReductionsProps {
  readonly analysis: Analysis;
  readonly document: Document;
}

export function Reductions({ analysis, document }: ReductionsProps) {
  const { t } = useTranslation();
  const { reductions, score } = analysis.surface;
  const after = score - reductions.reduce((sum, { removes }) => sum + removes, 0);
  return (
    <Section
      title={t("surface.reductions.title")}
      note={reductions.length > 1 ? t("surface.reductions.all", { before: score, after }) : undefined}
    >
      {reductions.length === 0 && <p className="text-sm text-soft">{t("surface.reductions.none")}</p>}
      <ul className="divide-y divide-line">
        {reductions.slice(0, listed).map((reduction) => (
          <Step key={reduction.id} reduction={reduction} analysis={analysis} document={document} />
        ))}
      </ul>
    </Section>
  );
}

interface StepProps extends ReductionsProps {
  readonly reduction: Analysis["surface"]["reductions"][number];
}

function Step({ reduction, analysis, document }: StepProps) {
  const { t } = useTranslation();
  const select = useSelect();
  const { run, problems } = useCommand();
  const { id, say, removes, loses, entryPoints } = reduction;
  const entry = entryPoints[0] ?? "";
  const names = roleNames(loses, effective(document));
  const isRemoval = id.startsWith("remove@");
  const name = viewsOf(analysis).title(entry);
  return (
    <li className="flex flex-col items-start gap-1 py-2 text-sm">
      <p>
        <span
          className="mr-1.5 font-semibold"
          title={t("surface.reductions.takes", { removes, score: analysis.surface.score })}
        >
          {t("surface.reductions.removes", { removes })}
        </span>
        <span dir="auto">{say}</span>
      </p>
      <p className="text-xs text-soft">
        {loses.length > 0 ? t("surface.reductions.loses", { names }) : t("surface.reductions.nobody")}
      </p>
      <div className="flex gap-1.5">
        <Button className="text-xs!" onClick={() => select({ kind: "entry-point", id: entry })}>
          {t("surface.reductions.look")}
        </Button>
        {isRemoval && (
          <Button
            className="text-xs!"
            onClick={() =>
              void run(t("surface.reductions.didRemove", { name }), call("remove-thing", { id: entry, why: say }))
            }
          >
            {t("surface.reductions.remove")}
          </Button>
        )}
      </div>
      <Problems problems={problems} />
    </li>
  );
}
