// Laws between facts, pools, technologies and controls: nothing points at nothing, and nothing stands there unused.
import type { Problem } from "@parapet/core";
import type { ControlFile } from "../authoring/control.ts";
import type { FactFile, PoolFile } from "../authoring/fact.ts";
import type { Authored, Folder } from "../authoring/folder.ts";
import { problemAt } from "../authoring/read.ts";
import type { TechnologyFile } from "../authoring/technology.ts";
import { leavesOf } from "../authoring/tree.ts";
import type { Names } from "./names.ts";
import { placeholdersOf, rulePlaceholders } from "./rules.ts";
import { checkLeaves, leavesOfRule } from "./trees.ts";

/** Every declared fact is read by a rule, is asked somehow, and its fallback is a derived fact. */
export function checkFacts(folder: Folder, names: Names): readonly Problem[] {
  const read = new Set(folder.rules.flatMap((rule) => leavesOfRule(rule.value).map((leaf) => leaf.fact)));
  const establishable = new Set([...names.controls.values()].flatMap((control) => control.establishes));
  return folder.facts.flatMap((fact) => [
    ...checkTexts(fact),
    ...(read.has(fact.value.id)
      ? []
      : [problemAt(fact.file, ["id"], `No rule reads "${fact.value.id}".`, "Use it in a rule, or remove it.")]),
    ...checkFact(fact, folder, names),
    ...(fact.value.sense !== "countermeasure" || establishable.has(fact.value.id)
      ? []
      : [problemAt(fact.file, ["sense"], `No control establishes "${fact.value.id}".`, "Let a control establish it.")]),
  ]);
}

function checkFact({ file, value }: Authored<FactFile>, folder: Folder, names: Names): readonly Problem[] {
  const problems: Problem[] = [];
  if (value.fallback !== undefined && names.facts.get(value.fallback)?.derived !== true) {
    problems.push(
      problemAt(file, ["fallback"], `"${value.fallback}" is no derived fact.`, "Name a fact that the engine computes."),
    );
  }
  if (value.pool !== undefined && !names.pools.has(value.pool)) {
    problems.push(
      problemAt(
        file,
        ["pool"],
        `There is no pool "${value.pool}".`,
        "Write it under pools/, or ask for the fact itself.",
      ),
    );
  }
  const pool = folder.pools.find((one) => one.value.id === value.pool)?.value;
  if (pool && !Object.values(pool.values).some((answer) => Object.hasOwn(answer.facts, value.id))) {
    problems.push(
      problemAt(
        file,
        ["pool"],
        `No value of the pool "${pool.id}" settles "${value.id}".`,
        "Let a value of the pool settle it.",
      ),
    );
  }
  return problems;
}

function checkTexts({ file, value }: Authored<FactFile | PoolFile>): readonly Problem[] {
  const texts =
    "say" in value ? [["say", value.say] as const, ["ask", value.ask ?? ""] as const] : [["ask", value.ask] as const];
  return texts.flatMap(([key, text]) =>
    placeholdersOf(text)
      .filter((name) => !rulePlaceholders.has(name))
      .map((name) =>
        problemAt(file, [key], `There is no placeholder {${name}}.`, "Use {subject}, or another of the listed ones."),
      ),
  );
}

/** Every value of a pool settles facts that exist on a kind of the pool and name the pool. */
export function checkPools(folder: Folder, names: Names): readonly Problem[] {
  return folder.pools.flatMap((pool) => {
    const { file, value } = pool;
    const problems = [...checkTexts(pool)];
    for (const [name, answer] of Object.entries(value.values)) {
      for (const fact of Object.keys(answer.facts)) {
        const known = names.facts.get(fact);
        const path = ["values", name, "facts", fact];
        if (known === undefined || known.derived)
          problems.push(problemAt(file, path, `"${fact}" is no declared fact.`, "Name one that can be stated."));
        else if (!value.on.some((kind) => known.on.includes(kind))) {
          problems.push(
            problemAt(
              file,
              path,
              `"${fact}" is on none of the pool's kinds.`,
              "Name a fact of these kinds, or widen `on`.",
            ),
          );
        }
      }
    }
    if (!folder.facts.some((fact) => fact.value.pool === value.id)) {
      problems.push(
        problemAt(file, ["id"], `No fact names the pool "${value.id}".`, "Let a fact name it, or remove it."),
      );
    }
    return problems;
  });
}

/** Every fact and pool value of a technology exists, on a kind that the technology can have. */
export function checkTechnologies(folder: Folder, names: Names): readonly Problem[] {
  return folder.technologies.flatMap(({ file, value }) => [
    ...Object.entries(value.facts ?? {}).flatMap(([name, stated]) =>
      checkImplied({ file, value }, name, stated, names),
    ),
  ]);
}

function checkImplied(
  { file, value }: Authored<TechnologyFile>,
  name: string,
  stated: string,
  names: Names,
): readonly Problem[] {
  const path = ["facts", name];
  const pool = names.pools.get(name);
  const fact = names.facts.get(name);
  const on = pool?.on ?? fact?.on ?? [];
  const kinds = value.kind ? [value.kind] : (["process", "data-store", "external-entity"] as const);
  if (pool === undefined && (fact === undefined || fact.derived)) {
    return [problemAt(file, path, `"${name}" is neither a declared fact nor a pool.`, "Name one that exists.")];
  }
  const known = pool ? pool.values.has(stated) : stated === "yes" || stated === "no";
  if (!known) {
    const values = pool ? [...pool.values] : ["yes", "no"];
    return [problemAt(file, path, `"${stated}" is no value of "${name}".`, `Use one of ${values.join(", ")}.`)];
  }
  return kinds.some((kind) => on.includes(kind))
    ? []
    : [problemAt(file, path, `"${name}" is not on a ${kinds.join(" or ")}.`, "Name a fact of this kind.")];
}

/** Every control is named by a rule, says what to do on any stack, and establishes what it can establish where it works. */
export function checkControls(folder: Folder, names: Names): readonly Problem[] {
  const named = new Set(folder.rules.flatMap((rule) => rule.value.controls));
  return folder.controls.flatMap((control) => {
    const { file, value } = control;
    const problems = [
      ...value.establishes.flatMap((fact, index) => checkEstablished(control, fact, index, names)),
      ...checkLeaves(file, leavesOf(value.after, ["after"]), value.on, "control", names),
    ];
    if (!named.has(value.id))
      problems.push(
        problemAt(file, ["id"], `No rule names the control "${value.id}".`, "Let a rule name it, or remove it."),
      );
    for (const stack of Object.keys(value.stacks)) {
      if (stack !== "default" && !names.technologies.has(stack)) {
        problems.push(
          problemAt(
            file,
            ["stacks", stack],
            `There is no technology "${stack}".`,
            "Write its card, or name one that exists.",
          ),
        );
      }
    }
    if (!Object.hasOwn(value.stacks, "default")) {
      problems.push(
        problemAt(file, ["stacks"], "There is no specification for any other stack.", 'Add the stack "default".'),
      );
    }
    for (const [index, id] of (value.asvs ?? []).entries()) {
      if (!names.asvs.has(id))
        problems.push(
          problemAt(file, ["asvs", index], `asvs ${id} is not in the catalog.`, "Name one that exists, or none."),
        );
    }
    return problems;
  });
}

function checkEstablished(
  { file, value }: Authored<ControlFile>,
  id: string,
  index: number,
  names: Names,
): readonly Problem[] {
  const fact = names.facts.get(id);
  const path = ["establishes", index];
  if (fact === undefined || fact.derived)
    return [problemAt(file, path, `"${id}" is no declared fact.`, "Name a countermeasure that is declared.")];
  if (fact.sense !== "countermeasure") {
    return [
      problemAt(
        file,
        path,
        `"${id}" is no countermeasure: what a control establishes becomes yes.`,
        "Name a countermeasure.",
      ),
    ];
  }
  if (value.on.some((kind) => fact.on.includes(kind))) return [];
  return [
    problemAt(
      file,
      path,
      `"${id}" is on ${fact.on.join(", ")}, where this control does not work.`,
      "Widen `on` of the control, or name another fact.",
    ),
  ];
}
