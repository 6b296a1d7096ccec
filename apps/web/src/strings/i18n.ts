// Words stand outside the code. `?lang=pseudo` shows every string in brackets and accents, so that one that stands in the code is seen.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { changes } from "./en/changes.ts";
import { frame } from "./en/frame.ts";
import { inspector } from "./en/inspector.ts";
import { words } from "./en/words.ts";
import type { en } from "./en.ts";
import { pseudoOf } from "./pseudo.ts";

export type Strings = typeof en;

/** Sets the language up before the first picture, with the parts that the frame or several rooms show. */
export function setUpStrings(): void {
  const lang = new URLSearchParams(location.search).get("lang") === "pseudo" ? "pseudo" : "en";
  void i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    resources: { [lang]: { translation: {} } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  addStrings({ words, frame, changes, inspector });
}

/**
 * Adds the strings of parts. A page that comes by `import()` calls it where it is defined, with every part that it or what it
 * imports names: the strings then lie in the page's own file, or in one that it shares with others, and are there before
 * anything of it is shown. `brought.test.ts` holds every such page to this.
 */
export function addStrings(parts: Partial<Strings>): void {
  const { language } = i18next;
  i18next.addResourceBundle(language, "translation", language === "pseudo" ? pseudoOf(parts) : parts, true);
}
