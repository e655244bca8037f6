import { must } from "../number/invariant.js";

/** The code point of a character, or of the first of several; there must be one. */
export function codeOf(characters: string): number {
  return must(characters.codePointAt(0), "a character");
}
