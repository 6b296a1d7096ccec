// Codes that let people in: one that a link carries, and a short one that can be said aloud.
import { randomInt } from "node:crypto";

/** No letter that is taken for a digit or another one. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 13 of 32 letters: 65 bits. Nobody guesses that. */
const linkLength = 13;
/** 8 of 32: 40 bits. Enough where tries are counted. */
const spokenLength = 8;

export function newLinkCode(): string {
  return code(linkLength);
}

/** Written in two halves, as it is said. */
export function newSpokenCode(): string {
  const letters = code(spokenLength);
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** A code as it was meant, however it was typed. */
export function meantCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1")
    .replaceAll("U", "V");
}

function code(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}
