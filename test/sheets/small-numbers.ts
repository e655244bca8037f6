import type { Solution } from "../../src/solve/answer.js";

const MOST = 10n ** 14n;

/** Whether no fraction of an answer, in lowest terms and times its days, has a number of 10^14 or more. */
export function hasSmallNumbers({ plan, targets }: Solution): boolean {
  if (targets === null) return false;
  const times = BigInt(Math.max(7, Math.ceil(targets.period.workingDays)));
  const margin = fractionOf(String(plan.buffer ?? 0));
  const wins = product(fractionOf(targets.exactWins), [margin[0] + margin[1], margin[1]]);
  const before = targets.bridge.map(({ amount }) => fractionOf(amount));
  const needs = targets.path.map(({ exact }) => fractionOf(exact));
  return [wins, ...before, ...needs].every(([num, den]) => abs(num) * times < MOST && den * times < MOST);
}

type Fraction = readonly [num: bigint, den: bigint];

/** Reads `12.5`, `40%` and `200/3`. */
function fractionOf(text: string): Fraction {
  if (text.endsWith("%")) return product(fractionOf(text.slice(0, -1)), [1n, 100n]);
  const [above = "", below] = text.split("/");
  if (below !== undefined) return lowest(BigInt(above), BigInt(below));
  const [whole = "", digits = ""] = above.split(".");
  return lowest(BigInt(whole + digits), 10n ** BigInt(digits.length));
}

function product([num, den]: Fraction, [otherNum, otherDen]: Fraction): Fraction {
  return lowest(num * otherNum, den * otherDen);
}

function lowest(num: bigint, den: bigint): Fraction {
  let [a, b] = [abs(num), den];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? [0n, 1n] : [num / a, den / a];
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
