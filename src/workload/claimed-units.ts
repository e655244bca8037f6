import { must } from "../number/invariant.js";
import type { Claim } from "./claims.js";

/** One unit that a person has a claim on: to be done on one of the days on which the claim grows from nothing to all of it. */
export interface ClaimedUnit {
  readonly person: number;
  /** The days that will do, in order: those on which the person is there and units come. */
  readonly days: readonly number[];
  /** What is there of the claim in the end; null for a claim on all of it, which must be met. */
  readonly part: bigint | null;
}

/** The units of one deal: those that only one day will do for, counted, and those that a day must be found for. */
interface ClaimedUnits {
  /** By person and day. */
  readonly sure: readonly (readonly number[])[];
  readonly open: readonly ClaimedUnit[];
}

/**
 * Which units must each person get, and by when, so that nobody is ever a whole unit from their claim? The j-th unit not
 * before the claim exceeds j − 1, and no later than it reaches j. A unit that comes and is claimed on one day needs no
 * search, and these are almost all of a large number: what is left is at most two a day for each person.
 */
export function claimedUnits(claims: readonly (readonly Claim[])[], days: number): ClaimedUnits {
  const open: ClaimedUnit[] = [];
  const sure = claims.map((own, person) => {
    const counts = new Array<number>(days).fill(0);
    let before = 0;
    let begun: number[] | undefined;
    for (const { day, whole, rest } of own) {
      begun?.push(day);
      const full = whole - before;
      before = whole;
      if (full > 0 && begun !== undefined) open.push({ person, days: begun, part: null });
      if (full > 0) counts[day] = begun === undefined ? full : full - 1;
      if (full > 0) begun = undefined;
      if (rest > 0n) begun ??= [day];
    }
    if (begun !== undefined) open.push({ person, days: begun, part: must(own.at(-1), "a claim").rest });
    return counts;
  });
  return { sure, open };
}
