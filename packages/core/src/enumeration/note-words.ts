// The words of a note and of a threat that can be compared: lower case, without filler, cut to their stems.
import type { StrideCategory } from "../model/vocabulary.ts";

/** Words that say nothing about a threat. */
const filler = new Set(
  (
    "a about after all also an and any are as at be because been before being by can cannot could do does done for from get gets " +
    "had has have he her him his how if in into is it its just like make makes may maybe might more most much my no nobody none not of off " +
    "on one only or other our out over own perhaps she should so some somebody someone something still such than that the their them then " +
    "there these they thing things this those through to too up us use used uses using very via was we were what when where which while who " +
    "will with without would you your attacker attackers attack attacks threat threats problem risk user users people person anyone anybody"
  ).split(" "),
);

/** What people say instead of a category's name. */
const categoryWords: Readonly<Record<StrideCategory, string>> = {
  spoofing: "spoof spoofing impersonate impersonation pretend fake forged forge identity phishing stolen credential",
  tampering: "tamper tampering change modify alter inject injection overwrite corrupt manipulate",
  repudiation: "repudiate repudiation deny log logs logging trace audit proof prove",
  "information-disclosure":
    "leak leaks disclose disclosure expose exposed read sniff steal eavesdrop intercept secret plain clear text",
  "denial-of-service": "denial service dos flood overload exhaust crash unavailable outage down slow",
  "elevation-of-privilege": "elevation elevate escalate escalation privilege privileged admin bypass root rights",
};

/** The words of a text, each once, in its order. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  const found = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found.filter((word) => !filler.has(word) && (word.length > 2 || /[^a-z]/.test(word))).map(stem))];
}

/** The words by which people speak of these categories. */
export function wordsOfCategories(categories: readonly StrideCategory[]): readonly string[] {
  return [...new Set(categories.flatMap((category) => wordsOf(categoryWords[category])))];
}

/** Cuts English endings, so that “injected”, “injects” and “injection” are one word. Rough on purpose, and the same on both sides. */
export function stem(word: string): string {
  let out = word;
  for (const ending of [
    "ations",
    "ation",
    "ings",
    "ing",
    "ions",
    "ion",
    "ers",
    "er",
    "ies",
    "ied",
    "ed",
    "es",
    "s",
    "e",
    "y",
  ]) {
    if (out.length - ending.length < 4 && !(ending.length === 1 && out.length > 3)) continue;
    if (out.endsWith(ending)) {
      out = out.slice(0, -ending.length);
      break;
    }
  }
  return out;
}
