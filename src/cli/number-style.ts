import type { NumberStyle } from "../format/number-style.js";
import { nearestHint, UsageError } from "./failure.js";
import { localeStyle } from "./locale-style.js";

/** Ways to write numbers that someone may have meant; any other that the machine knows is fine too. */
const KNOWN = (
  "en-US en-GB en-IN en-AU en-CA de-DE de-AT de-CH fr-FR fr-CA es-ES es-MX it-IT nl-NL pt-BR pt-PT " +
  "pl-PL cs-CZ sv-SE da-DK nb-NO fi-FI tr-TR uk-UA ja-JP ko-KR zh-CN hi-IN ar-EG he-IL"
).split(" ");

/**
 * How numbers are punctuated in a locale that was typed, such as `de-DE`, and its sign for a currency.
 *
 * @throws UsageError for a locale that there is not
 */
export function numberStyle(locale: string, currency: string | undefined): NumberStyle {
  if (!isKnown(locale))
    throw new UsageError(
      `there is no locale ${JSON.stringify(locale)}; ${nearestHint(locale.replaceAll("_", "-"), KNOWN)}`,
    );
  return localeStyle(locale, currency);
}

function isKnown(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
