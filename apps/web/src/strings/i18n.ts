// Words stand outside the code. `?lang=pseudo` shows every string in brackets and accents, so that one that stands in the code is seen.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en.ts";

export type Strings = typeof en;

const accents: Readonly<Record<string, string>> = { a: "á", e: "é", i: "í", o: "ó", u: "ú", n: "ñ", c: "ç", s: "š" };

/** A string in the pseudo-locale: longer, accented, in brackets; what stands in {{…}} stays. */
export function pseudo(text: string): string {
  const accented = text.replace(/\{\{[^}]*\}\}|[aeiouncs]/g, (part) => accents[part] ?? part);
  return `⟦${accented}${"~".repeat(Math.ceil(text.length / 4))}⟧`;
}

function pseudoOf(strings: object): object {
  return Object.fromEntries(
    Object.entries(strings).map(([key, value]) => [key, typeof value === "string" ? pseudo(value) : pseudoOf(value)]),
  );
}

/** Sets the language up before the first picture. */
export function setUpStrings(): void {
  const lang = new URLSearchParams(location.search).get("lang") === "pseudo" ? "pseudo" : "en";
  void i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    resources: { en: { translation: en }, pseudo: { translation: pseudoOf(en) } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
