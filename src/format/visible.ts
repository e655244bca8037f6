import { codeOf } from "./code-of.js";
/**
 * What would steer a terminal or turn a line around instead of being read: control characters, line ends, invisible format
 * characters (but for the joiner that emoji are made with), and halves of surrogate pairs.
 */
const STEERING = /(?!\u200D)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Makes characters that steer a terminal visible, as JSON would write them: a line end is \n, an escape \u001b. */
export function visible(text: string): string {
  return text.replace(STEERING, (character) => SHORT[character] ?? escaped(character));
}

function escaped(character: string): string {
  const code = codeOf(character);
  const digits = code.toString(16);
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`;
}
