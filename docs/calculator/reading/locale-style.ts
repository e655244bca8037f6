import type { NumberStyle } from "reverse-funnel";

import { localeStyle } from "../../../src/cli/locale-style.js";

/** How figures are punctuated for the reader, and amounts of money in the plan's currency, if it is one by now. */
export function styleOf(locale: string | undefined, currency?: unknown): NumberStyle {
  const code = typeof currency === "string" && /^[A-Za-z]{3}$/.test(currency) ? currency : undefined;
  return localeStyle(locale, code);
}
