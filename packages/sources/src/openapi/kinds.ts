// What kind of data a property shows by its name. A guess by words: classification stays a question.
import type { DataKind } from "@parapet/core";
import { wordsOf } from "./words.ts";

/** Of the words of a property's name. */
type Test = (text: string) => boolean;

/** The name holds one of these phrases as whole words ("card number"), in singular or plural. */
function holds(...phrases: readonly string[]): Test {
  const pattern = new RegExp(`(^| )(${phrases.join("|")})(s|es)?( |$)`);
  return (text) => pattern.test(text);
}

/** The name ends in one of these phrases: "user password", but not "password changed at". */
function ends(...phrases: readonly string[]): Test {
  const pattern = new RegExp(`(^| )(${phrases.join("|")})$`);
  return (text) => pattern.test(text);
}

/** Whose address is somebody's: that of a shop, a server or a wallet is not. */
const ofSomebody =
  /(^| )(users?|customers?|clients?|persons?|people|employees?|patients?|passengers?|contacts?|guests?|members?|buyers?|recipients?|residents?|applicants?|tenants?|subscribers?|profiles?|orders?|shipments?|deliver(y|ies)|invoices?)( |$)/;
const notASecretToken =
  /(^| )(page|next|next page|continuation|sync|cursor|prev|previous|start|resume|pagination) token$/;

const isToken = ends("token", "access tokens", "refresh tokens");
const isAddress = holds(
  "(e ?mail|home|street|postal|billing|shipping|delivery|ip|contact|mailing|residential|invoice|customer|user|private) address(es)?",
  "address line",
  "street",
  "house number",
);

const tests: readonly (readonly [DataKind, Test])[] = [
  [
    "payment-card",
    holds(
      "card number",
      "credit card",
      "debit card",
      "payment card",
      "cvv",
      "cvc",
      "cvv2",
      "cc number",
      "primary account number",
      "card holder",
      "cardholder",
    ),
  ],
  ["payment-card", (text) => text === "pan"],
  [
    "credential",
    ends(
      "password",
      "passwd",
      "passphrase",
      "password hash",
      "pin code",
      "otp",
      "secret",
      "client secret",
      "private key",
      "api key",
      "apikey",
      "secret key",
      "access key",
      "credential",
      "credentials",
    ),
  ],
  ["credential", (text) => isToken(text) && !notASecretToken.test(text)],
  ["session", ends("session id", "session token", "session key", "session cookie")],
  ["personal", isAddress],
  [
    "personal",
    holds(
      "e mail",
      "email",
      "mail address",
      "phone",
      "telephone",
      "mobile number",
      "first name",
      "firstname",
      "last name",
      "lastname",
      "surname",
      "full name",
      "given name",
      "family name",
      "middle name",
      "maiden name",
      "username",
      "user name",
      "postcode",
      "postal code",
      "zip code",
      "birth date",
      "birthday",
      "birthdate",
      "date of birth",
      "dob",
      "ssn",
      "social security number",
      "passport",
      "national id",
      "driver licen[cs]e",
      "gender",
      "nationality",
      "passenger name",
      "customer name",
      "patient name",
    ),
  ],
  [
    "health",
    holds(
      "diagnos[ie]s",
      "diagnose",
      "patient",
      "medical record",
      "medical history",
      "medication",
      "prescription",
      "allerg(?:y|ies)",
      "blood type",
      "icd10",
      "symptom",
      "treatment plan",
      "health record",
      "health condition",
    ),
  ],
  [
    "special-category",
    holds(
      "ethnicity",
      "religion",
      "religious",
      "sexual orientation",
      "political",
      "trade union",
      "biometric",
      "genetic",
    ),
  ],
  [
    "financial",
    holds(
      "iban",
      "bic",
      "swift code",
      "bank account",
      "account number",
      "routing number",
      "sort code",
      "salary",
      "tax id",
      "vat id",
      "credit score",
      "account balance",
    ),
  ],
  ["prompt", ends("prompt", "system prompt", "user prompt")],
];

const byFormat: Readonly<Record<string, DataKind>> = {
  password: "credential",
  email: "personal",
  "idn-email": "personal",
};

/** The kinds that a property's name and format show; none for a flag, nor for a number where a secret would be text. */
export function kindsOfProperty(
  name: string,
  type: string | undefined,
  format: string | undefined,
): readonly DataKind[] {
  if (type === "boolean") return [];
  const text = wordsOf(name).join(" ");
  const found = new Set<DataKind>();
  for (const [kind, test] of tests) {
    if (found.has(kind) || !test(text)) continue;
    if (kind === "credential" && (type === "integer" || type === "number")) continue;
    found.add(kind);
  }
  const known = format === undefined ? undefined : byFormat[format];
  if (known) found.add(known);
  return [...found];
}

/** True for an `address` that says no more than that: whose it is decides what it shows. */
export function isBareAddress(name: string): boolean {
  return /^address(es)?$/i.test(name);
}

/** True when an address of a thing with these words is somebody's. */
export function isSomebody(words: readonly string[]): boolean {
  return ofSomebody.test(words.join(" "));
}

/** The kinds that the name of a whole thing shows: "Audit event" is an audit log, "Patient" is about health. */
export function kindsOfThing(words: readonly string[]): readonly DataKind[] {
  const text = words.join(" ");
  const found: DataKind[] = [];
  if (/^audit (log|event|entry|record|trail)s?( |$)/.test(text)) found.push("audit-log");
  if (
    /^(users?|customers?|persons?|people|employees?|passengers?|contacts?|guests?|applicants?|members?|profiles?)( profile| account| details)?$/.test(
      text,
    )
  )
    found.push("personal");
  if (/(^| )patients?( |$)/.test(text)) found.push("health");
  if (/^(user )?(credentials?|password|api key|(access |refresh |id )?token)s?$/.test(text)) found.push("credential");
  if (/^(bank |credit |debit |payment )cards?$/.test(text)) found.push("payment-card");
  return found;
}
