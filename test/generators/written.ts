import fc from "fast-check";
import type { WrittenAmount, WrittenNumber, WrittenRate } from "../oracle/written.js";

/** Rates from `least` percent to 100%, in a plain form: "40%", "12.5%", 0.4, 0.375, "2/5". */
export function plainRates(least = 5, most = 100): fc.Arbitrary<WrittenNumber> {
  return fc.oneof(
    fc.integer({ min: least, max: most }).map((percent) => `${percent}%`),
    fc.integer({ min: 10 * least, max: 10 * most }).map((tenths) => `${tenths / 10}%`),
    fc.integer({ min: 10 * least, max: 10 * most }).map((thousandths) => thousandths / 1000),
    fc.integer({ min: Math.ceil(100 / most), max: 30 }).chain((below) => fractions(below, least, most)),
  );
}

/** Rates in every form that a plan knows, from 2.5% to 100%. */
export function writtenRates(): fc.Arbitrary<WrittenRate> {
  return fc.oneof(
    { weight: 4, arbitrary: plainRates() },
    fc
      .integer({ min: 1, max: 5000 })
      .chain((of) => fc.integer({ min: Math.ceil(of / 20), max: of }).map((won) => ({ won, of }))),
    fc
      .array(fc.integer({ min: 5, max: 100 }), { minLength: 3, maxLength: 3 })
      .map((percents) => percents.sort((one, other) => one - other).map((percent) => `${percent}%`))
      .map(([low = "", rate = "", high = ""]) => ({ rate, low, high })),
    fc
      .tuple(fc.integer({ min: 5, max: 50 }), fc.integer({ min: -50, max: 100 }))
      .map(([now, change]) => ({ now: `${now}%`, change: `${signed(change)}%` })),
    fc
      .tuple(fc.integer({ min: 10, max: 50 }), fc.integer({ min: -5, max: 50 }))
      .map(([now, change]) => ({ now: `${now}%`, change: `${signed(change)} points` })),
  );
}

/** Rates of 0, in plain forms. */
export function zeroRates(): fc.Arbitrary<WrittenRate> {
  return fc.constantFrom<WrittenRate[]>(0, "0%", "0/7", { won: 0, of: 12 });
}

/** Quantities from `least` to `most` (whole bounds, included): whole, with cents, or an exact ratio. */
export function amounts(least: number, most: number): fc.Arbitrary<WrittenNumber> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: least, max: most }) },
    fc.integer({ min: 100 * least, max: 100 * most }).map((cents) => cents / 100),
    fc.integer({ min: 3 * least, max: 3 * most }).map((thirds) => `${thirds}/3`),
  );
}

/** An amount as the change of another: what is to be added to it, or what it is to become. */
export function changedAmounts(of: "now" | "lastPeriod", most: number): fc.Arbitrary<WrittenAmount> {
  const tenths = fc.integer({ min: of === "now" ? 0 : -1000, max: 3000 });
  return fc
    .tuple(amounts(0, most), tenths)
    .map(([was, change]) => ({ [of]: was, change: `${signed(change / 10)}%` }) as WrittenAmount);
}

/** Goals from a thousand million to a million million million, some of them about 2^53. */
export function hugeAmounts(): fc.Arbitrary<WrittenNumber> {
  const beyond = fc.tuple(fc.integer({ min: 9, max: 18 }), fc.bigInt({ min: 1n, max: 10n ** 9n }));
  return fc.oneof(
    beyond.map(([digits, lead]) => String((lead * 10n ** BigInt(digits)) / 10n ** 9n)),
    fc.bigInt({ min: -5n, max: 5n }).map((step) => String(2n ** 53n + step)),
    fc.integer({ min: 10 ** 9, max: Number.MAX_SAFE_INTEGER }),
  );
}

function fractions(below: number, least: number, most: number): fc.Arbitrary<string> {
  const min = Math.ceil((below * least) / 100);
  return fc.integer({ min, max: Math.floor((below * most) / 100) }).map((above) => `${above}/${below}`);
}

function signed(change: number): string {
  return change < 0 ? String(change) : `+${change}`;
}
