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
