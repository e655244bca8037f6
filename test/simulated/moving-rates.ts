/**
 * How often does `learn` claim that a rate moved, where it did and where it did not? `tsx test/simulated/moving-rates.ts 400 1`
 * takes 400 histories of each setting from seed 1. docs/why/judgements.md has the figures.
 */
import { movingRates, type MovingRates } from "./learned-rates.js";

/** A setting that users have: how many deals a month, for how many months, decided after how many days, at which rate. */
export interface Setting {
  readonly aMonth: number;
  readonly months: number;
  readonly ends: readonly [least: number, most: number];
  readonly rate: number;
  /** By how much months differ beyond luck. */
  readonly monthly: number;
  /** What the rate of the later half is multiplied with; 1 for no change. */
  readonly change: number;
}

const SIZES = [10, 40, 150] as const;
const LENGTHS = [6, 12, 24, 36] as const;
const LAGS = [
  [0, 5],
  [5, 40],
  [30, 150],
] as const;

/** No change, and months that differ by luck: the promise is one alarm in a hundred. */
export const STEADY: readonly Setting[] = SIZES.flatMap((aMonth) =>
  LENGTHS.flatMap((months) =>
    LAGS.flatMap((ends) =>
      [0.05, 0.3, 0.7].map((rate): Setting => ({ aMonth, months, ends, rate, monthly: 0, change: 1 })),
    ),
  ),
);

/** No change, and months that differ: fewer than one alarm in ten. */
export const UNEVEN: readonly Setting[] = SIZES.flatMap((aMonth) =>
  LENGTHS.flatMap((months) =>
    [0.1, 0.25].map((monthly): Setting => ({ aMonth, months, ends: [5, 40], rate: 0.3, monthly, change: 1 })),
  ),
);

/** Changes: how many are seen. */
export const CHANGED: readonly Setting[] = SIZES.flatMap((aMonth) =>
  LENGTHS.flatMap((months) =>
    [0, 0.25].flatMap((monthly) =>
      [0.5, 0.75, 1.5].map((change): Setting => ({
        aMonth,
        months,
        ends: [5, 40],
        rate: 0.3,
        monthly,
        change,
      })),
    ),
  ),
);

/** How often a change was claimed in histories of a setting, and how often the intervals of the others held. */
export function movedIn(
  { aMonth, months, ends, rate, monthly, change }: Setting,
  histories: number,
  seed: number,
): MovingRates {
  const days = Math.round((months * 365) / 12);
  return movingRates({ deals: aMonth * months, days, ends, rate, monthly, change }, histories, seed);
}

const [histories = 0, seed = 1] = process.argv.slice(2).map(Number);
if (process.argv[1]?.endsWith("moving-rates.ts") === true && histories > 0)
  for (const setting of [...STEADY, ...UNEVEN, ...CHANGED]) {
    const { moved, held } = movedIn(setting, histories, seed);
    const { aMonth, months, ends, rate, monthly, change } = setting;
    const percent = (part: number): string => `${(100 * part).toFixed(1)}%`;
    console.log(
      `${aMonth} deals in each of ${months} months, decided after ${ends.join(" to ")} days, rate ${percent(rate)}, ` +
        `months differ by ${percent(monthly)}, later × ${change}: claimed in ${percent(moved)}, intervals of the others held ${percent(held)}`,
    );
  }
