import { useState } from "preact/hooks";

/** The docs pages beside this one keep the reader's choice under the same name. */
const KEY = "tsd-theme";
const THEMES = ["os", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

const WORDS: Readonly<Record<Theme, string>> = { os: "system", light: "light", dark: "dark" };

/** Light, dark, or as the system says. */
export function ThemeButton() {
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "os";
  return (
    <button
      type="button"
      class="quiet theme"
      onClick={() => {
        setTheme(next);
        showTheme(next);
        keepTheme(next);
      }}
    >
      <span class="theme-sign" aria-hidden="true">
        ◐
      </span>
      <span class="theme-words">Colours: {WORDS[theme]}</span>
    </button>
  );
}

/** Puts the reader's choice on the page. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
}

/** What the reader chose before; as the system, where nothing is kept or may be read. */
export function chosenTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === kept) ?? "os";
  } catch {
    return "os";
  }
}

function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing shows the choice until the page is closed.
  }
}
