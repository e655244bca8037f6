import { Decimal as SharedDecimal } from "decimal.js";
import { parseExact, type ExactString } from "./exact-string.js";
import { quoted } from "./quoted.js";

/**
 * A decimal.js number with 40 significant digits, half to even: more than any money needs, and the same on every machine.
 *
 * The class is the library's own clone: decimal.js keeps its settings on its shared constructor, which an application may
 * have changed, and which we do not change under an application.
 */
const Decimal = /* @__PURE__ */ SharedDecimal.clone({
  defaults: true,
  precision: 40,
  rounding: SharedDecimal.ROUND_HALF_EVEN,
});

/**
 * An exact quantity as a decimal.js Decimal, to compute and print with.
 *
 * Decimals come over exactly, however long; a fraction (`"200/3"`) is rounded to 40 significant digits.
 *
 * @throws RangeError when the text is no exact quantity
 *
 * @example
 * ```ts
 * toDecimal("200/3").toFixed(2); // => "66.67"
 * ```
 */
export function toDecimal(exact: ExactString): SharedDecimal {
  const r = parseExact(exact);
  if (r === undefined) throw new RangeError(`toDecimal requires an exact quantity; got ${quoted(exact)}`);
  if (!exact.includes("/")) return new Decimal(exact);
  return new Decimal(String(r.num)).div(String(r.den));
}
