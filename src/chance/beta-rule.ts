import { gaussRule, type Rule } from "./gauss-rule.js";

/** What is known of a rate: the Beta distribution with these two parameters, both above 0. Its mean is won ÷ (won + lost). */
export interface Beta {
  readonly won: number;
  readonly lost: number;
}

/**
 * Which few rates stand for all that an uncertain rate may be?
 *
 * The Gauss–Jacobi rule of a Beta distribution, moved to 0 to 1: exact for polynomials of degree 2·size − 1, so that with
 * `size` places the mean over fewer than 2·size units is exact.
 *
 * @param size a whole number from 1
 *
 * @example
 * ```ts
 * const { places, weights } = betaRule({ won: 1, lost: 1 }, 2);
 * [...places]; // => [0.2113…, 0.7886…]
 * [...weights]; // => [0.5000…, 0.5000…]
 * ```
 */
export function betaRule({ won, lost }: Beta, size: number): Rule {
  const sum = won + lost;
  const diagonal: number[] = [];
  const squares: number[] = [];
  for (let k = 0; k < size; k += 1) {
    const twice = 2 * k + sum;
    diagonal.push(k === 0 ? won / sum : (1 + ((won - lost) * (sum - 2)) / ((twice - 2) * twice)) / 2);
    if (k === 1) squares.push((won * lost) / (sum * sum * (sum + 1)));
    if (k > 1)
      squares.push(
        (k * (k + won - 1) * (k + lost - 1) * (k + sum - 2)) /
          ((twice - 2) * (twice - 2) * (twice - 1) * (twice - 3)),
      );
  }
  return gaussRule(diagonal, squares);
}
