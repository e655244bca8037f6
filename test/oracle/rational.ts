/**
 * An exact ratio of two unbounded whole numbers, always in lowest terms with a denominator above 0.
 *
 * The oracle computes with nothing else: no floating point, no limit on size, no shortcut.
 *
 * @example
 * new Rational(6n, 4n).toString() // => "1.5"
 */
export class Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;

  constructor(numerator: bigint, denominator = 1n) {
    if (denominator === 0n) throw new RangeError("Rational requires a denominator other than 0; got 0");
    const common = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
    this.numerator = numerator / common;
    this.denominator = denominator / common;
  }

  plus(other: Rational): Rational {
    return new Rational(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    return this.plus(other.negated());
  }

  times(other: Rational): Rational {
    return new Rational(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** This ÷ other; other is not 0. */
  over(other: Rational): Rational {
    return new Rational(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negated(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  /** Below 0, 0 or above 0, as this is less than, equal to or greater than other. */
  compare(other: Rational): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Rational): boolean {
    return this.compare(other) === 0;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  /** The greatest whole number that is not above this. */
  floor(): bigint {
    const towardsZero = this.numerator / this.denominator;
    const isExact = towardsZero * this.denominator === this.numerator;
    return this.numerator < 0n && !isExact ? towardsZero - 1n : towardsZero;
  }

  /** The least whole number that is not below this. */
  ceiling(): bigint {
    return -this.negated().floor();
  }

  /** As an answer writes it: "15", "1234.5" where the decimal ends, else "200/3". */
  toString(): string {
    let scaled = this.times(ONE);
    for (let places = 0; places <= this.denominator.toString(2).length; places++) {
      if (scaled.denominator === 1n) return withPoint(scaled.numerator, places);
      scaled = scaled.times(TEN);
    }
    return `${String(this.numerator)}/${String(this.denominator)}`;
  }
}

/** A whole number as a Rational. */
export function whole(count: number | bigint): Rational {
  return new Rational(BigInt(count));
}

export const ZERO = new Rational(0n);
export const ONE = new Rational(1n);
const TEN = new Rational(10n);

/** All of them added up; 0 where there are none. */
export function sum(parts: readonly Rational[]): Rational {
  return parts.reduce((total, part) => total.plus(part), ZERO);
}

/** The greater of two. */
export function greater(one: Rational, other: Rational): Rational {
  return one.compare(other) >= 0 ? one : other;
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let larger = one < 0n ? -one : one;
  let smaller = other < 0n ? -other : other;
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

function withPoint(digits: bigint, places: number): string {
  if (places === 0) return String(digits);
  const sign = digits < 0n ? "-" : "";
  const padded = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}
