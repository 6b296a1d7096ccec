// Acceptance criteria as Gherkin: one feature file per feature or component, tagged with the threats and controls behind each.
import { type CriteriaGroup, type CriterionScenario, criteriaOf, oneLine } from "@parapet/core";
import type { Report } from "../report.ts";
import { fileName } from "../words.ts";

export const criteria: Report = {
  id: "criteria",
  title: "Acceptance criteria",
  member: "mitigation-designer",
  files: ({ specifications }) =>
    criteriaOf(specifications).map((group) => ({
      path: `criteria/${fileName(group.id)}.feature`,
      text: featureFile(group),
    })),
};

/** A group of criteria as the text of a feature file. */
function featureFile(group: CriteriaGroup): string {
  const kind = group.kind === "feature" ? "feature" : "component";
  const lines = [
    `@${kind}:${tagName(group.id)}`,
    `Feature: ${oneLine(group.title)} withstands its threats`,
    "",
    ...group.scenarios.flatMap(scenarioLines),
  ];
  return `${lines
    .map((line) => line.trimEnd())
    .join("\n")
    .trimEnd()}\n`;
}

function scenarioLines(scenario: CriterionScenario): readonly string[] {
  const { given, when, then, verify, on } = scenario;
  const steps = given && when ? [`Given ${stepText(given)}`, `When ${stepText(when)}`] : [];
  return [
    `  ${tagsOf(scenario)
      .map((tag) => `@${tag}`)
      .join(" ")}`,
    `  Scenario: ${oneLine(scenario.title)}`,
    `    On ${on.map(({ title }) => oneLine(title)).join(", ")}.`,
    ...(verify ? [`    Verified by: ${oneLine(verify)}.`] : []),
    ...steps.map((step) => `    ${step}`),
    `    Then ${stepText(then)}`,
    "",
  ];
}

/** A step without words would be no step. */
function stepText(text: string): string {
  return oneLine(text) || "(nothing is written)";
}

/** Threat keys with a colon, since “@” begins the next tag. */
function tagsOf({ id, specification, control, threats, required, proposed }: CriterionScenario): readonly string[] {
  return [
    `criterion:${tagName(id)}`,
    ...(proposed ? ["proposed"] : [`mitigation:${tagName(specification)}`]),
    ...(control ? [`control:${tagName(control)}`] : []),
    ...threats.map((threat) => `threat:${tagName(threat)}`),
    required ? "required" : "optional",
  ];
}

function tagName(id: string): string {
  return id.replaceAll("@", ":");
}
