import { add, divide, larger, multiply, ONE, sum, ZERO, type Ratio } from "../../number/ratio.js";
import {
  cellAt,
  flipped,
  inLowestTerms,
  productOf,
  sumFromZero,
  type SheetFraction,
  type SheetNumber,
} from "../exact-formulas.js";
import { planFraction, planRow } from "../layout.js";
import type { LivePlan } from "../live-plan.js";
import type { LiveWins } from "../live-wins.js";
import type { TypedFraction } from "../typed-fraction.js";
import { typedCells } from "./typed-row.js";

/** One step from all that wins must add to the number of wins. */
export interface WinStep {
  readonly key: string;
  readonly name: string;
  readonly exact: Ratio;
  readonly fraction: SheetFraction;
  /** The same by decimals, for where the fraction has grown too large. */
  readonly quotient: string;
}

/** The steps from the goal to the exact wins; what a win adds is one of them where it follows from a deal. */
export function winSteps(live: LivePlan, { amounts, worth, keep, buffer }: LiveWins): readonly WinStep[] {
  const decimal = (key: string): string => `$B$${planRow(live, key)}`;
  const typed = (key: string, fraction: TypedFraction): SheetFraction => typedCells(live, key, fraction);
  const held = (key: string, { num, den }: SheetFraction): SheetFraction =>
    planFraction(live, key, { num: num.value, den: den.value });
  const each = worth.as === "parts" ? worthStep(live, worth) : null;
  const eachCells =
    each === null
      ? typed("worth", worth.as === "whole" ? worth.whole : worth.counts)
      : held("worth", each.fraction);
  const eachExact = each?.exact ?? (worth.as === "whole" ? worth.whole.exact : ONE);
  const keys = amounts.map((_, index) => `amount ${index}`);
  const toWin: WinStep = {
    key: "toWin",
    name: "Wins must add",
    exact: larger(ZERO, sum(amounts.map((amount) => amount.typed.exact))),
    fraction: sumFromZero(amounts.map((amount, index) => typed(`amount ${index}`, amount.typed))),
    quotient: `MAX(0,${keys.map(decimal).join("+")})`,
  };
  const gross: WinStep = {
    key: "gross",
    name: "÷ what a win adds",
    exact: divide(toWin.exact, eachExact),
    fraction: productOf(inLowestTerms(held("toWin", toWin.fraction)), flipped(eachCells)),
    quotient: `${decimal("toWin")}/${decimal("worth")}`,
  };
  const net: WinStep = {
    key: "net",
    name: "÷ share that stays",
    exact: divide(gross.exact, keep.exact),
    fraction: productOf(held("gross", gross.fraction), flipped(typed("keep", keep))),
    quotient: `${decimal("gross")}/${decimal("keep")}`,
  };
  const margin = typed("buffer", buffer);
  const over = { num: sumOf(margin.num, margin.den), den: margin.den };
  const exactWins: WinStep = {
    key: "exactWins",
    name: "× (1 + buffer)",
    exact: multiply(net.exact, add(ONE, buffer.exact)),
    fraction: productOf(held("net", net.fraction), over),
    quotient: `${decimal("net")}*(1+${decimal("buffer")})`,
  };
  return [...(each === null ? [] : [each]), toWin, gross, net, exactWins];
}

/** What a win adds: (value + upsells) × how much of both counts. */
function worthStep(
  live: LivePlan,
  { value, upsells, counts }: LiveWins["worth"] & { readonly as: "parts" },
): WinStep {
  const typed = (key: string, fraction: TypedFraction): SheetFraction => typedCells(live, key, fraction);
  const all =
    upsells === null
      ? typed("value", value)
      : sumFromZero([typed("value", value), typed("upsells", upsells)]);
  const cells = ["value", ...(upsells === null ? [] : ["upsells"])].map((key) => `$B$${planRow(live, key)}`);
  return {
    key: "worth",
    name: "A win adds",
    exact: multiply(add(value.exact, upsells?.exact ?? ZERO), counts.exact),
    fraction: productOf(all, typed("counts", counts)),
    quotient: `(${cells.join("+")})*$B$${planRow(live, "counts")}`,
  };
}

function sumOf(one: SheetNumber, other: SheetNumber): SheetNumber {
  const value = one.value === null || other.value === null ? null : one.value + other.value;
  return cellAt(`(${one.formula}+${other.formula})`, value);
}
