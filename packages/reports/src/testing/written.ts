// For tests: every artifact of the shop as it is written, and readers of single ones.
import { parse } from "csv-parse/sync";
import { artifacts } from "../artifacts.ts";
import { inputOf } from "./real.ts";

/** What the artifacts are made from. */
export const input = inputOf();
export const files = artifacts(input);

/** The text of one of them. */
export const textOf = (path: string): string => {
  const found = files.find((file) => file.path === path);
  if (!found) throw new Error(`no file ${path} among ${files.map((file) => file.path).join(", ")}`);
  return found.text;
};
export const linesOf = (path: string) => textOf(path).split("\n");

export type Row = Readonly<Record<string, string>>;

/** The rows of a table that was written as CSV. */
export const rowsIn = (text: string): readonly Row[] => parse(text, { columns: true, record_delimiter: "\r\n" });
export const rowsOf = (path: string): readonly Row[] => rowsIn(textOf(path));
