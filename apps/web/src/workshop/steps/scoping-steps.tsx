// The steps of a scoping: what it is for and how far it goes, its features, what is taken for granted. The room's own parts, in large type.
import { featureRanking } from "@parapet/core";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../../data/workbench.ts";
import { Assumptions } from "../../rooms/scoping/assumption-board.tsx";
import { Features } from "../../rooms/scoping/features.tsx";
import { Purpose } from "../../rooms/scoping/purpose.tsx";
import { ScopeLists } from "../../rooms/scoping/scope-lists.tsx";
import { scoping } from "../../strings/en/scoping.ts";
import { addStrings } from "../../strings/i18n.ts";
import { useWorkshop } from "../running/in-workshop.ts";
import { ScreenList } from "./screen-list.tsx";
import { StepPage } from "./step-page.tsx";
import { useBoard } from "./use-board.ts";

addStrings({ scoping });

export function ScopeStep() {
  const { t } = useTranslation();
  const { document, role } = useWorkshop();
  const analysis = useWorkbench((state) => state.analysis);
  const { scope } = document.model;
  useBoard({
    kind: "talk",
    title: scope?.purpose ?? t("workshop.scope.ask"),
    lines: [
      ...(scope?.in ?? []).map(({ what }) => t("workshop.scope.in", { what })),
      ...(scope?.out ?? []).map(({ what }) => t("workshop.scope.out", { what })),
    ],
  });
  if (role === "screen")
    return (
      <StepPage>
        <p className="text-2xl" dir="auto">
          {scope?.purpose ?? t("workshop.scope.ask")}
        </p>
        <ScreenList title={t("scoping.scope.in")} lines={(scope?.in ?? []).map(({ what }) => what)} />
        <ScreenList
          title={t("scoping.scope.out")}
          lines={(scope?.out ?? []).map(({ what, why }) => (why === undefined ? what : `${what}: ${why}`))}
        />
      </StepPage>
    );
  return (
    <StepPage wide>
      <Purpose scope={scope} regulations={analysis?.rules ?? {}} />
      <ScopeLists scope={scope} />
    </StepPage>
  );
}

export function FeaturesStep() {
  const { t } = useTranslation();
  const { document, role } = useWorkshop();
  const titles = featureRanking(document).map(({ title }) => title);
  useBoard({ kind: "talk", title: t("workshop.features.ask"), lines: titles });
  return (
    <StepPage wide>{role === "screen" ? <ScreenList lines={titles} /> : <Features document={document} />}</StepPage>
  );
}

export function AssumptionsStep() {
  const { t } = useTranslation();
  const { document, role } = useWorkshop();
  const analysis = useWorkbench((state) => state.analysis);
  const assumptions = document.model.assumptions ?? {};
  const texts = Object.values(assumptions).map(({ text }) => text);
  useBoard({ kind: "talk", title: t("workshop.assumptions.ask"), lines: texts });
  return (
    <StepPage wide>
      {role === "screen" && <ScreenList lines={texts} />}
      {role !== "screen" && analysis && <Assumptions assumptions={assumptions} analysis={analysis} />}
    </StepPage>
  );
}
