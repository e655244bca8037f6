import { showExact } from "../../model/display.js";
import type { Exact } from "../../number/exact-string.js";

/** A change in a sentence, with its sign before its digits: "+5", "-2.5", "about +9.09". */
export function signedWords(value: Exact): string {
  const shown = showExact(value);
  return value.startsWith("-") ? shown : shown.replace(/^(?:about )?/, "$&+");
}
