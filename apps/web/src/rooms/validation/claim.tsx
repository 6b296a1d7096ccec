// A word that severe threats are closed on: whose it is, which control shown to work would make it verified, and how it is taken on.
import type { NextStep } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { useSelect } from "../../data/selection.ts";
import { call } from "../../data/workbench.ts";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { CertaintyMark } from "../../kit/certainty.tsx";
import { Problems } from "../../kit/problems.tsx";
import { CriterionText } from "./criterion-text.tsx";
import { seenOf, wordsOf } from "./parts.ts";
import { wordsOfCard } from "./step-titles.ts";

export function Claim({ step, world }: { readonly step: NextStep; readonly world: World }) {
  const { t } = useTranslation();
  const select = useSelect();
  const { problems, busy, sending } = useSending();
  const control = world.knowledge.controls.find(({ id }) => id === step.control);
  const words = wordsOf(step, world.document);
  const seen = seenOf(step, world.document);
  const take = () => {
    if (!control) return;
    const threats = step.threats.map(({ id }) => id);
    void sending(
      t("validation.claim.taken", { control: control.title }),
      call("choose-mitigation", { control: control.id, threats }),
    );
  };
  return (
    <div className="flex flex-col gap-2 text-sm">
      {seen.length > 0 && (
        <p dir="auto" data-seen="">
          {t("validation.claim.seen", { list: seen.map((one) => t("inspector.seenProtocol", { ...one })).join("; ") })}
        </p>
      )}
      {(words.length > 0 || seen.length === 0) && (
        <p dir="auto">
          {t("validation.claim.word", {
            words: words.length > 0 ? words.join("; ") : t("validation.claim.undeclared"),
          })}
        </p>
      )}
      {control ? (
        <>
          <p>
            <button
              type="button"
              className="text-left text-accent hover:underline"
              onClick={() => select({ kind: "control", id: control.id })}
            >
              {t("validation.claim.show", { control: control.title })}
            </button>
          </p>
          <ul className="flex flex-col gap-1.5">
            {step.criteria.map((criterion) => (
              <li key={criterion} className="flex items-start gap-2">
                <span className="mt-1">
                  <CertaintyMark certainty="hatched" label={t("validation.criterion.missing")} />
                </span>
                <CriterionText words={wordsOfCard(criterion, control.id, world)} />
              </li>
            ))}
          </ul>
          <p className="text-soft">{t("validation.claim.source")}</p>
          <div>
            <Button onClick={take} disabled={busy}>
              {t("validation.claim.take")}
            </Button>
          </div>
        </>
      ) : (
        <p className="text-soft">{t("validation.claim.none")}</p>
      )}
      <Problems problems={problems} />
    </div>
  );
}
