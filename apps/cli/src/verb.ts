// What a verb of the command line is: how it is called, and what it does.
import { fail, ok, problem, type Result } from "@parapet/core";
import type { Command } from "commander";
import type { Session } from "./session.ts";

/** Options as commander parsed them. */
export type Options = Readonly<Record<string, unknown>>;

/** 0 done · 1 a gate failed (`check` alone) · 2 usage or bad input. */
export type ExitCode = 0 | 1 | 2;

export interface Verb {
  /** Adds arguments, options and examples to the command of this verb. */
  readonly configure: (command: Command) => Command;
  readonly run: (session: Session, args: readonly string[], options: Options) => Promise<ExitCode>;
}

/** What the list of verbs shows before a verb is loaded. */
export interface VerbEntry {
  readonly name: string;
  readonly group: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly verb: Verb }>;
}

/** An option as text, when it was given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

/** An option that may stand several times. */
export function listOption(options: Options, name: string): readonly string[] {
  const value = options[name];
  if (Array.isArray(value)) return value as readonly string[];
  return typeof value === "string" ? [value] : [];
}

/** Collects an option that may stand several times, or with commas. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [
    ...before,
    ...value
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ];
}

/** Collects whole sentences, commas and all. */
export function collectText(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** The options among these that were given, as the input of a command wants them. */
export function given(options: Options, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = textOption(options, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** --said-by: who says what the author only writes down, as the input of a command wants it. */
export function saidBy(options: Options): Readonly<Record<string, string>> {
  const speaker = textOption(options, "saidBy");
  return speaker === undefined ? {} : { "said-by": speaker };
}

/** --limit: a whole number from 1. */
export function limitOption(options: Options, most: number): Result<number> {
  const text = textOption(options, "limit");
  if (text === undefined) return ok(most);
  return /^[1-9]\d{0,6}$/.test(text)
    ? ok(Number(text))
    : fail(problem("bad-argument", `${text} is no limit.`, "Give a whole number from 1."));
}
