/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */

/** Places and weights that stand for a distribution: the mean of f over it is Σ weight · f(place). */
export interface Rule {
  readonly places: Float64Array;
  /** Above 0; they add up to 1. */
  readonly weights: Float64Array;
}

const MOST_TURNS = 60;

/**
 * Which few places and weights give the mean of a smooth function over a distribution?
 *
 * The Gauss rule with as many places as `diagonal` has entries: exact for polynomials of degree 2n − 1. It is found from
 * the recurrence of the distribution's orthogonal polynomials, as eigenvalues of a tridiagonal matrix (Golub and Welsch),
 * by the implicit QL method; only + − × ÷ √ are used.
 *
 * @param diagonal the coefficients a_0 … a_(n − 1) of x·p_k = p_(k+1) + a_k·p_k + b_k·p_(k−1)
 * @param squares b_1 … b_(n − 1), one fewer
 * @returns places in rising order
 * @throws Error where an eigenvalue is not found in 60 turns, which no distribution here has caused
 */
export function gaussRule(diagonal: readonly number[], squares: readonly number[]): Rule {
  const size = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = new Float64Array(size);
  for (let at = 0; at < size - 1; at += 1) e[at] = Math.sqrt(squares[at]!);
  const first = new Float64Array(size);
  first[0] = 1;
  for (let low = 0; low < size; low += 1) settle(d, e, first, low);
  const order = Array.from({ length: size }, (_, index) => index).sort((a, b) => d[a]! - d[b]!);
  return {
    places: Float64Array.from(order, (index) => d[index]!),
    weights: Float64Array.from(order, (index) => first[index]! * first[index]!),
  };
}

/** Turns the matrix until its entry beside the diagonal at `low` is nothing. */
function settle(d: Float64Array, e: Float64Array, first: Float64Array, low: number): void {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    let high = low;
    for (; high < d.length - 1; high += 1) {
      const around = Math.abs(d[high]!) + Math.abs(d[high + 1]!);
      if (around + Math.abs(e[high]!) === around) break;
    }
    if (high === low) return;
    let g = (d[low + 1]! - d[low]!) / (2 * e[low]!);
    let r = Math.sqrt(g * g + 1);
    g = d[high]! - d[low]! + e[low]! / (g + (g < 0 ? -r : r));
    let [s, c, p] = [1, 1, 0];
    for (let at = high - 1; at >= low; at -= 1) {
      const f = s * e[at]!;
      const b = c * e[at]!;
      r = Math.sqrt(f * f + g * g);
      e[at + 1] = r;
      if (r === 0) {
        d[at + 1] = d[at + 1]! - p;
        e[high] = 0;
        break;
      }
      s = f / r;
      c = g / r;
      g = d[at + 1]! - p;
      r = (d[at]! - g) * s + 2 * c * b;
      p = s * r;
      d[at + 1] = g + p;
      g = c * r - b;
      const next = first[at + 1]!;
      first[at + 1] = s * first[at]! + c * next;
      first[at] = c * first[at]! - s * next;
    }
    if (r === 0 && high - 1 > low) continue;
    d[low] = d[low]! - p;
    e[low] = g;
    e[high] = 0;
  }
  throw new Error("gaussRule: an eigenvalue was not found");
}
