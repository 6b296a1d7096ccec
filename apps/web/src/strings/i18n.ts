// Words stand outside the code. `?lang=pseudo` shows every string in brackets and accents, so that one that stands in the code is seen.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en.ts";
import { pseudoOf } from "./pseudo.ts";

export type Strings = typeof en;

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
