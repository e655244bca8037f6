import type { Whole } from "./whole.js";

/** Decimals of more places than this are not written out. */
const MOST_PLACES = 400;

/**
 * How many places does the decimal of 1/den have? The greater of the exponents of 2 and 5 in den.
 *
 * @param den whole number from 1 (included)
 * @returns undefined where the decimal never ends (den has another prime factor) or has more than 400 places
 *
 * @example
 * ```ts
 * decimalPlaces(8); // => 3
 * 1 / 8; // => 0.125
 * ```
 */
export function decimalPlaces(den: Whole): number | undefined {
  const places = typeof den === "number" ? placesOf(den) : placesOfBig(den);
  return places === undefined || places > MOST_PLACES ? undefined : places;
}

function placesOf(den: number): number | undefined {
  let rest = den;
  let places = 0;
  for (; rest !== 1; places += 1) {
    const before = rest;
    if (rest % 2 === 0) rest /= 2;
    if (rest % 5 === 0) rest /= 5;
    if (rest === before) return undefined;
  }
  return places;
}

function placesOfBig(den: bigint): number | undefined {
  let rest = den;
  let places = 0;
  for (; rest !== 1n && places <= MOST_PLACES; places += 1) {
    const before = rest;
    if (rest % 2n === 0n) rest /= 2n;
    if (rest % 5n === 0n) rest /= 5n;
    if (rest === before) return undefined;
  }
  return places;
}
