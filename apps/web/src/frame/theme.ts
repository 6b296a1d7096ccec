// Light or dark: what the person chose here, else what the system says.
const key = "parapet.theme";

export type Theme = "light" | "dark";

export function setUpTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => show(chosen() ?? (system.matches ? "dark" : "light"));
  follow();
  system.addEventListener("change", follow);
}

export function themeNow(): Theme {
  return document.documentElement.dataset.theme === "dark" ? "dark" : "light";
}

/** Changes the theme and remembers it. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  show(theme);
}

function show(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

function chosen(): Theme | undefined {
  const kept = localStorage.getItem(key);
  return kept === "light" || kept === "dark" ? kept : undefined;
}
