// One byte per fact and thing: the value (two bits) and which kind of statement it comes from (the bits above).
import { NO, NOT_APPLICABLE, UNKNOWN, YES } from "../../model/kleene.ts";

export { NO, NOT_APPLICABLE, UNKNOWN, YES };

/**
 * The kinds of statement, in the order in which they count (docs/decisions/0004-rules.md): a later one beats an earlier one,
 * except that a derived fact is never stated.
 */
export const NOTHING = 0;
export const TITLE = 1;
export const ASSUMPTION = 2;
export const IMPLIED_CONTROL = 3;
export const IMPLIED_NATURE = 4;
export const STATED_SHORT = 5;
export const DECLARED = 6;
export const OBSERVED = 7;
export const VERIFIED = 8;
export const CONTRADICTED = 9;
export const SETTLED = 10;
export const DERIVED = 11;

/** Strengths, as numbers that compare: 0 none, 1 title, 2 assumed, 3 declared, 4 observed, 5 verified. */
const strengthOf = Uint8Array.from([0, 1, 2, 3, 4, 2, 3, 4, 5, 0, 3, 3]);

export const STRENGTH_TITLE = 1;
export const STRENGTH_ASSUMED = 2;
export const STRENGTH_DECLARED = 3;
export const STRENGTH_OBSERVED = 4;
export const STRENGTH_VERIFIED = 5;

export function code(value: number, kind: number): number {
  return value | (kind << 2);
}
export function valueOf(byte: number): number {
  return byte & 3;
}
export function statementOf(byte: number): number {
  return byte >> 2;
}
/** How strongly a byte's value is known. */
export function strengthOfByte(byte: number): number {
  return strengthOf[byte >> 2] as number;
}

/** A derived yes, no and unknown. */
export const D_YES = code(YES, DERIVED);
export const D_NO = code(NO, DERIVED);
export const D_UNKNOWN = code(UNKNOWN, DERIVED);
/** Nothing is said. */
export const BLANK = code(UNKNOWN, NOTHING);

/** A derived fact's byte from a boolean, or unknown from undefined. */
export function derivedByte(value: boolean | undefined): number {
  return value === undefined ? D_UNKNOWN : value ? D_YES : D_NO;
}
