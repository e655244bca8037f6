import { newNameOf, renamedAdvice } from "./renamed.js";
import { scalarThat } from "./scalar.js";
import { suggestion } from "./suggestion.js";
import { isOneOf } from "./fields.js";

/** A word out of a fixed list; a near miss names the word that was probably meant. */
export function choice<const Words extends readonly [string, ...string[]]>(noun: string, words: Words) {
  return scalarThat<Words[number]>(
    (value) => isOneOf(words, value),
    "value.choice",
    noun,
    (value) => {
      const now = newNameOf(value, words);
      return now === undefined ? suggestion(value, words) : renamedAdvice(now);
    },
    { enum: words },
  );
}
