import fc from "fast-check";
import { dateText } from "../oracle/dates.js";
import type { Day } from "../oracle/dates.js";
import type { PlainLag, PlainOpenItem, PlainPlan } from "../oracle/plain-plan.js";
import { amounts } from "./written.js";

/** How long going on takes, in every form, mostly shorter than three weeks. */
export function lags(): fc.Arbitrary<PlainLag> {
  return fc.oneof(
    { weight: 3, arbitrary: fixedLags() },
    { weight: 3, arbitrary: workingDayLags() },
    { weight: 1, arbitrary: spreadLags() },
    { weight: 3, arbitrary: tableLags() },
    { weight: 1, arbitrary: longTableLags() },
  );
}

/** A fixed number of calendar days: 7, "2 weeks". */
export function fixedLags(): fc.Arbitrary<number | string> {
  return fc.oneof(
    fc.nat(20),
    fc.integer({ min: 2, max: 4 }).map((weeks) => `${weeks} weeks`),
  );
}

/** A fixed number of working days: "5 working days". */
export function workingDayLags(): fc.Arbitrary<string> {
  return fc.integer({ min: 2, max: 15 }).map((days) => `${days} working days`);
}

/** Median and ninetieth percentile. */
export function spreadLags(): fc.Arbitrary<{ median: number; p90: number }> {
  return fc
    .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 30 }))
    .map(([median, more]) => ({ median, p90: median + more }));
}

/** Shares by day that add up to 100%. */
export function tableLags(): fc.Arbitrary<{ days: number; share: string }[]> {
  const rows = fc.record({ days: fc.nat(20), weight: fc.integer({ min: 1, max: 10 }) });
  const tables = fc.uniqueArray(rows, { minLength: 1, maxLength: 5, selector: (row) => row.days });
  return tables.map((table) => {
    const all = table.reduce((total, { weight }) => total + weight, 0);
    const rising = table.sort((one, other) => one.days - other.days);
    return rising.map(({ days, weight }) => ({ days, share: `${weight}/${all}` }));
  });
}

/** Shares by day with sixteen digits, as doubles print them, or over a denominator beyond 2^53: a program's own output. */
export function longTableLags(): fc.Arbitrary<{ days: number; share: string }[]> {
  const whole = fc.constantFrom(10n ** 16n, 3n ** 40n, 2n ** 61n - 1n);
  const cuts = fc.uniqueArray(fc.bigInt({ min: 1n, max: 10n ** 15n }), { minLength: 1, maxLength: 3 });
  const days = fc.uniqueArray(fc.nat(20), { minLength: 4, maxLength: 4 });
  return fc.tuple(whole, cuts, days).map(([all, drawn, on]) => {
    const parts = [...drawn, all - drawn.reduce((total, part) => total + part, 0n)];
    const rising = on.slice(0, parts.length).sort((one, other) => one - other);
    return parts.map((part, row) => ({ days: rising[row] ?? 0, share: shareText(part, all) }));
  });
}

function shareText(part: bigint, all: bigint): string {
  return all === 10n ** 16n ? `0.${String(part).padStart(16, "0")}` : `${part}/${all}`;
}

/** Open work in some of the stages: counts, or items that entered before a day. */
export function openWork(
  stages: readonly string[],
  before: Day,
): fc.Arbitrary<NonNullable<PlainPlan["pipeline"]>> {
  const item: fc.Arbitrary<PlainOpenItem> = fc.record(
    {
      entered: fc.integer({ min: before - 60, max: before - 1 }).map(dateText),
      value: amounts(1, 5000),
      expected: fc.integer({ min: before - 10, max: before + 90 }).map(dateText),
    },
    { requiredKeys: [] },
  );
  const units = fc.oneof(fc.nat(20), fc.array(item, { maxLength: 6 }));
  return fc.dictionary(fc.constantFrom(...stages), units, { maxKeys: 4, noNullPrototype: true });
}
