import { floor } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { add, compare, isNegative, multiply, negate, ratio, type Ratio } from "../number/ratio.js";

const HALF = ratio(1, 2);
const ONE_HUNDRED = ratio(100);
const TEN = ratio(10);
const ONE = ratio(1);
/** Nothing is shown with more decimals than these. */
const MOST_PLACES = 12;
/** Digits that count, of a number below 1. */
const SIGNIFICANT = 2;
/** What a currency's smaller unit takes. */
const CENTS = 2;

/** A number without its sign, as digits to be punctuated: "66.7". */
export type Digits = string;

/** The size of a number, without its sign. */
export function sizeOf(value: Ratio): Ratio {
  return isNegative(value) ? negate(value) : value;
}

/** The nearest number with so many decimals, half up; all of them are written: "5.0". */
export function toPlaces(size: Ratio, places: number): Digits {
  const scaled = floor(add(multiply(size, ratio(10n ** BigInt(places))), HALF));
  const digits = String(scaled).padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** How many decimals a number takes to be written exactly; undefined where they do not end. */
export function exactPlaces(size: Ratio): number | undefined {
  const exact = encodeExact(size);
  return exact.includes("/") ? undefined : (exact.split(".")[1]?.length ?? 0);
}

/** Rounded to be read: whole numbers whole, one decimal from 1 to 100, none above, two digits that count below 1. */
export function readable(size: Ratio): Digits {
  return shortest(size, placesToRead);
}

/** Rounded to be read, with as many decimals as it takes not to read as a whole number; "1,204.02". */
export function notWhole(size: Ratio): Digits {
  for (let digits = readable(size), places = 1; ; digits = toPlaces(size, places), places += 1)
    if (/\.\d*[1-9]/.test(digits) || places > MOST_PLACES) return digits;
}

/** Rounded to be read as money: whole from 10 on, else with cents; cents everywhere where the plan has some. */
export function readableMoney(size: Ratio, hasCents: boolean): Digits {
  if (size.den === 1) return encodeExact(size);
  const places = (of: Ratio) => {
    if (hasCents) return CENTS;
    return compare(of, TEN) >= 0 ? 0 : Math.max(CENTS, placesToRead(of));
  };
  return roundedWith(size, places);
}

/** A share in hundredths, rounded to be read, and whether it is really a little more or less than 0 or 100. */
interface ReadableShare {
  /** What it is compared with where it may not be shown as such: "under 0.1", "over 99.9". */
  readonly bound: "under" | "over" | null;
  readonly digits: Digits;
}

/** Whole per cent, one decimal below 10; never 0 or 100 unless exact. `size` counts in hundredths. */
export function readableShare(size: Ratio): ReadableShare {
  const exactly = (digits: Digits): ReadableShare => ({ bound: null, digits });
  if (size.den === 1) return exactly(encodeExact(size));
  if (compare(size, TEN) < 0) {
    const digits = trimmed(toPlaces(size, 1));
    return digits === "0" ? { bound: "under", digits: "0.1" } : exactly(digits);
  }
  const whole = toPlaces(size, 0);
  if (whole !== "100") return exactly(whole);
  const finer = toPlaces(size, 1);
  if (finer !== "100.0") return exactly(finer);
  return compare(size, ONE_HUNDRED) < 0
    ? { bound: "over", digits: "99.9" }
    : { bound: "over", digits: "100" };
}

/** Exact where that takes no more decimals than are shown, else rounded to as many. */
function shortest(size: Ratio, placesFor: (size: Ratio) => number): Digits {
  const exact = exactPlaces(size);
  return exact !== undefined && exact <= placesFor(size) ? encodeExact(size) : roundedWith(size, placesFor);
}

/** Rounding can lift a number to where fewer decimals are shown: 99.97 is 100. */
function roundedWith(size: Ratio, placesFor: (size: Ratio) => number): Digits {
  const places = placesFor(size);
  const fewer = placesFor(roundedTo(size, places));
  return toPlaces(size, Math.min(places, fewer));
}

function roundedTo(size: Ratio, places: number): Ratio {
  const scale = ratio(10n ** BigInt(places));
  return { ...ratio(floor(add(multiply(size, scale), HALF)), scale.num) };
}

function placesToRead(size: Ratio): number {
  if (compare(size, ONE_HUNDRED) >= 0) return 0;
  if (compare(size, ONE) >= 0) return 1;
  let places = SIGNIFICANT;
  let scaled = multiply(size, ratio(10n ** BigInt(SIGNIFICANT)));
  while (places < MOST_PLACES && compare(scaled, TEN) < 0) {
    scaled = multiply(scaled, TEN);
    places += 1;
  }
  return places;
}

/** Without zeros that say nothing behind the point: "5.0" is "5". */
function trimmed(digits: Digits): Digits {
  return digits.replace(/\.0+$/, "");
}
