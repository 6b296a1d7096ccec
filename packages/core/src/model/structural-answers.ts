// Answers that fill in the drawing with more than one value: what a thing does, which data there is, which entry points.
import type { Change } from "./changes.ts";
import { at } from "./checks.ts";
import type { CommandContext } from "./command.ts";
import { put, set } from "./edits.ts";
import type { Effective } from "./effective.ts";
import type { LongFact } from "./fact.ts";
import { chooseId, isId, modelSubject, slug } from "./ids.ts";
import type { DeclaredFact } from "./knowledge.ts";
import { fail, ok, type Problem, problem, type Result } from "./problem.ts";
import { subjectKindsOf } from "./statements.ts";
import { classifications, type EntryPointKind, entryPointKinds, type SubjectKind } from "./vocabulary.ts";

/** What an answer writes, or why it cannot be given; undefined when the question is none of these. */
export type StructuralAnswer = Result<readonly Change[]> | undefined;

/** A nature that is asked of a thing by itself: all of them make one question per thing. */
export function isNature(fact: DeclaredFact): boolean {
  return fact.sense === "nature" && fact.pool === undefined && fact.asked === "thing";
}

const none = "none";

/** Answers `natures@thing`, `data@model` and `entry-points@…`. */
export function structuralAnswer(
  field: string,
  about: string,
  value: string,
  laid: Effective,
  context: CommandContext,
): StructuralAnswer {
  if (field === "natures") return natures(about, value, laid, context);
  if (field === "data" && about === modelSubject) return dataAssets(value, laid);
  if (field === "entry-points") return entryPoints(about, value, laid, context);
  return undefined;
}

/**
 * Every nature that may be said of the thing and is not said yet: yes when it is named, else no. What its technologies show was not
 * asked, so that leaving it out does not deny it.
 */
function natures(about: string, value: string, laid: Effective, context: CommandContext): StructuralAnswer {
  const kinds: readonly SubjectKind[] = subjectKindsOf(laid, about) ?? [];
  const known = context.knowledge.facts.filter(
    (fact) => isNature(fact) && fact.on.some((kind) => kinds.includes(kind)),
  );
  const named = value === none ? [] : listOf(value);
  const strange = named.filter((name) => !known.some((fact) => fact.id === name));
  if (strange.length > 0) {
    return fail(
      problem(
        "not-in-list",
        `${strange.join(", ")} is nothing that ${about} could do.`,
        `Name some of ${known.map((fact) => fact.id).join(", ")}, or none.`,
        at("value"),
      ),
    );
  }
  const element = laid.elements.get(about)?.value;
  const shown = context.knowledge.technologies.filter(({ id }) => element?.technologies?.includes(id));
  const isSaid = (id: string) =>
    element?.facts?.[id] !== undefined || shown.some(({ facts }) => facts[id] !== undefined);
  return ok(
    known
      .filter((fact) => named.includes(fact.id) || !isSaid(fact.id))
      .map((fact) =>
        set("model.elements", about, ["facts", fact.id], said(named.includes(fact.id) ? "yes" : "no", context)),
      ),
  );
}

/** `card-number:restricted,order:internal`: the data that the system handles, each with its classification when it is known. */
function dataAssets(value: string, laid: Effective): StructuralAnswer {
  const problems: Problem[] = [];
  const changes = listOf(value).flatMap((item): readonly Change[] => {
    const [title = "", classification] = item.split(":").map((part) => part.trim());
    const id = slug(title);
    if (!isId(id) || laid.collectionOf.has(id)) {
      problems.push(
        problem(
          "duplicate-id",
          `${title} cannot be the name of a data asset here: its id "${id}" is empty or taken.`,
          "Give it another name.",
          at("value"),
        ),
      );
    } else if (classification !== undefined && !(classifications as readonly string[]).includes(classification)) {
      problems.push(
        problem(
          "not-in-list",
          `${classification} is no classification.`,
          `Write one of ${classifications.join(", ")} after the colon.`,
          at("value"),
        ),
      );
    } else return [put("model.data", id, { title, ...(classification ? { classification } : {}) })];
    return [];
  });
  return problems.length > 0 ? fail(...problems) : ok(changes);
}

/** `none`, or `api:POST /orders,web:/` on an element. */
function entryPoints(about: string, value: string, laid: Effective, context: CommandContext): StructuralAnswer {
  if (value === none || value === "no") {
    const collection = about === modelSubject ? "model.facts" : "model.elements";
    const field = about === modelSubject ? ["entry-points"] : ["facts", "entry-points"];
    return ok([set(collection, about, field, said("no", context))]);
  }
  if (about === modelSubject) {
    return fail(
      problem(
        "bad-argument",
        "An entry point is on an element.",
        "Answer none, or add the entry points under entry-points: in model.yaml.",
        at("value"),
      ),
    );
  }
  const problems: Problem[] = [];
  const changes = listOf(value).flatMap((item): readonly Change[] => {
    const [kind = "", ...rest] = item.split(":");
    const place = rest.join(":").trim();
    const id = chooseId(place || `${about} ${kind}`, { zone: about, kind }, (other) => laid.collectionOf.has(other));
    if ((entryPointKinds as readonly string[]).includes(kind) && id) {
      return [
        put("model.entry-points", id, { on: about, kind: kind as EntryPointKind, ...(place ? { at: place } : {}) }),
      ];
    }
    problems.push(
      problem(
        "not-in-list",
        `${item} is no entry point.`,
        `Write kind:place, the kind one of ${entryPointKinds.join(", ")}.`,
        at("value"),
      ),
    );
    return [];
  });
  return problems.length > 0 ? fail(...problems) : ok(changes);
}

function said(value: "yes" | "no", context: CommandContext): LongFact {
  return { value, by: context.by, on: context.now };
}

function listOf(value: string): readonly string[] {
  return value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
