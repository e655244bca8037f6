/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import { gaussRule, type Rule } from "./gauss-rule.js";

/** A rule whose places carry a list each: the chances of 0, 1, … wins from open work so far, given the place. */
export interface CarryingRule extends Rule {
  /** One list for each place, all of one length; undefined where there is no open work (0 wins for sure). */
  readonly wins: readonly Float64Array[] | undefined;
}

/**
 * Which fewer places stand for these many?
 *
 * The Gauss rule of the distribution that the places and weights are (Stieltjes: its orthogonal polynomials one after the
 * other, from sums over the places). What the places carry is projected onto polynomials of lower degree than `size`, so
 * that the mean of (polynomial × carried) stays exact as long as the degrees allow.
 *
 * @param size a whole number from 1; a rule with no more places is handed back as it is
 */
export function compress(rule: CarryingRule, size: number): CarryingRule {
  const { places, weights, wins } = rule;
  const many = places.length;
  if (many <= size) return rule;
  const diagonal: number[] = [];
  const squares: number[] = [];
  const carried: Float64Array[] = [];
  let before = new Float64Array(many);
  let now = new Float64Array(many).fill(1);
  for (let degree = 0; degree < size; degree += 1) {
    let mean = 0;
    for (let at = 0; at < many; at += 1) mean += weights[at]! * places[at]! * now[at]! * now[at]!;
    diagonal.push(mean);
    if (wins !== undefined) carried.push(weighted(weights, now, wins));
    const root = degree === 0 ? 0 : Math.sqrt(squares[degree - 1]!);
    const next = new Float64Array(many);
    let square = 0;
    for (let at = 0; at < many; at += 1) {
      const value = (places[at]! - mean) * now[at]! - root * before[at]!;
      next[at] = value;
      square += weights[at]! * value * value;
    }
    // Places that lie on each other leave no further polynomial: the rule is complete with fewer.
    if (degree === size - 1 || !(square > 1e-30)) break;
    squares.push(square);
    const scale = 1 / Math.sqrt(square);
    for (let at = 0; at < many; at += 1) next[at] = next[at]! * scale;
    before = now;
    now = next;
  }
  const gauss = gaussRule(diagonal, squares);
  return { ...gauss, wins: wins && evaluated(gauss.places, diagonal, squares, carried) };
}

/** Σ weight · polynomial · carried, over the places. */
function weighted(
  weights: Float64Array,
  polynomial: Float64Array,
  wins: readonly Float64Array[],
): Float64Array {
  const sum = new Float64Array(wins[0]!.length);
  for (let at = 0; at < weights.length; at += 1) {
    const factor = weights[at]! * polynomial[at]!;
    const list = wins[at]!;
    for (let k = 0; k < sum.length; k += 1) sum[k] = sum[k]! + factor * list[k]!;
  }
  return sum;
}

/** At each place the sum over degrees of polynomial × carried. */
function evaluated(
  places: Float64Array,
  diagonal: readonly number[],
  squares: readonly number[],
  carried: readonly Float64Array[],
): Float64Array[] {
  return Array.from(places, (place) => {
    const list = new Float64Array(carried[0]!.length);
    let [before, now] = [0, 1];
    carried.forEach((coefficients, degree) => {
      for (let k = 0; k < list.length; k += 1) list[k] = list[k]! + now * coefficients[k]!;
      if (degree === squares.length) return;
      const root = degree === 0 ? 0 : Math.sqrt(squares[degree - 1]!);
      const next = ((place - diagonal[degree]!) * now - root * before) / Math.sqrt(squares[degree]!);
      [before, now] = [now, next];
    });
    return list;
  });
}
