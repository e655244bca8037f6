import { leaf } from "./leaf.js";
import { suggestion } from "./nearest.js";

/** A word out of a fixed list; a near miss names the word that was probably meant. */
export function choice<const Words extends readonly [string, ...string[]]>(noun: string, words: Words) {
  return leaf<Words[number]>({ enum: words }, (value) =>
    typeof value === "string" && words.includes(value)
      ? undefined
      : { code: "value.choice", expected: noun, advice: suggestion(value, words) },
  );
}
