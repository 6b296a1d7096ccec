// Where the threat model of a folder lies: which folders hold one, and the one that is meant.
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fail, ok, type Problem, problem, type Result } from "@parapet/core";
import { displayPath } from "./display-path.ts";

/** The folder with model.yaml: the folder itself, its threat-model/, or threat-model/<name>/. */
export function findModel(folder: string, name: string | undefined): Result<string> {
  if (!existsSync(folder))
    return fail(
      problem(
        "file-missing",
        `${displayPath(folder)} does not exist.`,
        "Name the folder of the system or of its threat model.",
      ),
    );
  const root = join(folder, "threat-model");
  const direct = [folder, root].find((path) => existsSync(join(path, "model.yaml")));
  if (name === undefined && direct) return ok(direct);
  const several = modelsBelow(root);
  if (name !== undefined) {
    const chosen = several.find((path) => basename(path) === name);
    return chosen ? ok(chosen) : fail(noModelNamed(name, several));
  }
  if (several.length === 1) return ok(several[0] as string);
  if (several.length > 1) {
    return fail(
      problem(
        "bad-argument",
        `${displayPath(root)} holds ${several.length} models: ${several.map((path) => basename(path)).join(", ")}.`,
        "Say which with --model NAME.",
      ),
    );
  }
  return fail(
    problem(
      "file-missing",
      `There is no threat model in ${displayPath(folder)}.`,
      "Run parapet init to make one, or name the folder with -C DIR.",
      { file: displayPath(join(root, "model.yaml")) },
    ),
  );
}

/** The folders of the models of a folder: the one it is, else the one in threat-model/ and those below it. */
export function modelFolders(folder: string): readonly string[] {
  const holds = (path: string) => existsSync(join(path, "model.yaml"));
  const root = join(folder, "threat-model");
  return holds(folder) ? [folder] : [...(holds(root) ? [root] : []), ...modelsBelow(root)];
}

function modelsBelow(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, "model.yaml")))
    .map((entry) => join(root, entry.name))
    .sort();
}

function noModelNamed(name: string, several: readonly string[]): Problem {
  const names = several.map((path) => basename(path)).join(", ");
  return problem(
    "file-missing",
    `There is no model named ${name}.`,
    names === "" ? "Run parapet init to make one." : `There are: ${names}.`,
  );
}
