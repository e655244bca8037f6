import { showExact } from "../../model/display.js";
import type { ExactString } from "../../number/exact-string.js";

/** A change in a sentence, with its sign before its digits: "+5", "-2.5", "about +9.09". */
export function signedWords(value: ExactString): string {
  const shown = showExact(value);
  return value.startsWith("-") ? shown : shown.replace(/^(?:about )?/, "$&+");
}
