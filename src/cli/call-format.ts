import { ENGLISH } from "../format/number-style.js";
import { makeFormat, type Format } from "../format/format.js";
import { numberStyle } from "./number-style.js";
import type { Call } from "./verb.js";

/** How the figures of an answer are written: by `--locale`, and not rounded with `--exact`. */
export function callFormat({ text, flag }: Call, currency?: string): Format {
  const locale = text("locale");
  const style = locale === undefined ? ENGLISH : numberStyle(locale, currency);
  return makeFormat(style, { exact: flag("exact") });
}
