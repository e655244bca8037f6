import { at } from "../number/invariant.js";
import { greatestCommonDivisorOfBig } from "../number/whole.js";
import type { TeamCapacity } from "../model/team-capacity.js";

/** What one person can claim of a kind of work by the end of a day: so many whole units, and a part of the next one. */
export interface Claim {
  /** The position of the day among the team's days. */
  readonly day: number;
  readonly whole: number;
  /** Of the unit that is begun; in parts that all claims of one deal share, 0 where none is begun. */
  readonly rest: bigint;
}

/**
 * What does each person have a claim on, day by day? Each day's units × own capacity ÷ capacity of all who are there, added
 * up. A day without units, or without the person, leaves the claim as it is and is not listed.
 *
 * Own capacity counts in parts of a full day: minutes and `maxPerDay` are the same for everybody's full day, so the lesser
 * of the two takes part in both sides of the quotient and falls out.
 *
 * @param counts units by day of the team, safe integers from 0 (included)
 */
export function claimsOf({ people }: TeamCapacity, counts: readonly number[]): readonly (readonly Claim[])[] {
  const own = people.map(({ parts }) => parts.map(BigInt));
  const days = counts.map((units, day) =>
    sharesOn(
      units,
      own.map((parts) => at(parts, day)),
    ),
  );
  const unit = days.reduce((common, { all }) => leastCommonMultiple(common, all), 1n);
  return own.map((parts) => {
    const claims: Claim[] = [];
    let [whole, rest] = [0, 0n];
    days.forEach(({ units, all, each }, day) => {
      const part = at(parts, day);
      if (units === 0n || part === 0n) return;
      rest += units * (part / each) * (unit / all);
      if (rest >= unit) {
        whole += Number(rest / unit);
        rest %= unit;
      }
      claims.push({ day, whole, rest });
    });
    return claims;
  });
}

/** A day in lowest terms: everybody gets units × (own parts ÷ each) ÷ all. */
interface SharesOnDay {
  readonly units: bigint;
  readonly all: bigint;
  readonly each: bigint;
}

function sharesOn(count: number, parts: readonly bigint[]): SharesOnDay {
  const each = parts.reduce(greatestCommonDivisorOfBig, 0n);
  if (count === 0 || each === 0n) return { units: 0n, all: 1n, each: 1n };
  const all = parts.reduce((total, part) => total + part, 0n) / each;
  const common = greatestCommonDivisorOfBig(BigInt(count), all);
  return { units: BigInt(count) / common, all: all / common, each };
}

function leastCommonMultiple(one: bigint, other: bigint): bigint {
  return (one / greatestCommonDivisorOfBig(one, other)) * other;
}
