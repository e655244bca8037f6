/* eslint-disable @typescript-eslint/no-non-null-assertion -- a guard in a hand-written loop would slow the side that is compared with */
/** Part A (c) and part B: whole answers from raw data, time, and what a compiled plan saves. */
import { delayed, numberSeries } from "../../src/lag/series.js";
import { compilePlan } from "../../src/model/compile.js";
import { parsePlan } from "../../src/plan/parse.js";
import { compile } from "../../src/solve/compile.js";
import { solve } from "../../src/solve/solve.js";
import { lagFromQuantiles } from "../../src/lag/from-quantiles.js";
import type { CalendarLag } from "../../src/lag/lag-table.js";
import { ratio } from "../../src/number/ratio.js";
import { line, race, time, type Side } from "./race.js";

const STAGES = 6;
const YEAR = 365;
const LAGS = [
  [3, 9],
  [7, 20],
  [14, 40],
  [5, 15],
  [10, 30],
  [20, 60],
] as const;

const stage = (index: number) => ({ stage: `stage ${index}`, rate: `${30 + index}%` as const });
const undated = {
  goal: { metric: "net-new-mrr", amount: 10_000, period: { workingDays: 20 } },
  deal: { value: 1000 },
  churn: { customers: 5 },
  funnel: Array.from({ length: STAGES }, (_, index) => stage(index)),
} as const;
const dated = { ...undated, goal: { ...undated.goal, period: "2026-01" } } as const;
const lagged = {
  ...undated,
  goal: { ...undated.goal, period: "2026" },
  funnel: LAGS.map(([median, p90], index) => ({ ...stage(index), lag: { median, p90 } })),
} as const;

/** As plans are: most stages take so many days, two of them are spread. */
const usualLags = [
  3,
  "5 working days",
  7,
  { median: 10, p90: 25 },
  "2 weeks",
  { median: 14, p90: 40 },
] as const;
const usual = { ...lagged, funnel: usualLags.map((lag, index) => ({ ...stage(index), lag })) } as const;

/** A plan that was read is known to be right; a bench must not be faster for it. */
function solving(name: string, plan: object): Side {
  return {
    name,
    run: (times) => {
      let sum = 0;
      for (let round = 0; round < times; round += 1) {
        const { targets } = solve({ ...(plan as typeof undated) });
        sum += targets?.path[0]?.total ?? 0;
      }
      return sum;
    },
  };
}

const tables = LAGS.map(([median, p90]) => lagFromQuantiles(ratio(median), ratio(p90))) as CalendarLag[];

/** Each day's units times each row of each lag, in unbounded whole numbers. */
const directExact: Side = {
  name: "direct convolution, BigInt",
  run: (times) => {
    const weights = tables.map((lag) => lag.weights.map(BigInt));
    let sum = 0;
    for (let round = 0; round < times; round += 1) {
      let series = new Array<bigint>(YEAR).fill(10n);
      tables.forEach(({ first }, index) => {
        const next = new Array<bigint>(YEAR).fill(0n);
        for (let day = 0; day < YEAR; day += 1)
          for (let row = 0; row < weights[index]!.length && day + first + row < YEAR; row += 1)
            next[day + first + row]! += series[day]! * weights[index]![row]!;
        series = next;
      });
      sum += Number(series.at(-1)! % 1000n);
    }
    return sum;
  },
};

const directFloat: Side = {
  name: "direct convolution, float64",
  run: (times) => {
    const weights = tables.map((lag) =>
      Float64Array.from(lag.weights, (weight) => Number(weight) / Number(lag.scale)),
    );
    let sum = 0;
    for (let round = 0; round < times; round += 1) {
      let series = new Float64Array(YEAR).fill(10);
      tables.forEach(({ first }, index) => {
        const next = new Float64Array(YEAR);
        const rows = weights[index]!;
        for (let day = 0; day < YEAR; day += 1)
          for (let row = 0; row < rows.length && day + first + row < YEAR; row += 1)
            next[day + first + row]! += series[day]! * rows[row]!;
        series = next;
      });
      sum += series[YEAR - 1]!;
    }
    return sum;
  },
};

const forward: Side = {
  name: "a year forward",
  run: (times) => {
    let sum = 0;
    for (let round = 0; round < times; round += 1) {
      let series: ReturnType<typeof delayed> = numberSeries(new Array<number>(YEAR).fill(10));
      for (const lag of tables) series = delayed(series, lag);
      sum += Number(BigInt(series.values.at(-1)!) % 1000n);
    }
    return sum;
  },
};

const timed = compile(lagged);
const TRIED = Array.from({ length: 64 }, (_, index) => [
  { path: ["funnel", 2, "rate"], to: (20 + index) / 100 },
]);
const ratesOnly: Side = {
  name: "a change of rates, volumes",
  run: (times) => {
    let sum = 0;
    for (let round = 0; round < times; round += 1) sum += timed.volumes(TRIED[round & 63])!.totals[0]!;
    return sum;
  },
};
const ratesOnlySolved: Side = {
  name: "a change of rates, the whole answer",
  run: (times) => {
    let sum = 0;
    for (let round = 0; round < times; round += 1)
      sum += timed.solve(TRIED[round & 63]).targets!.path[0]!.total;
    return sum;
  },
};

/** Prints what whole answers cost. */
export function benchSolving(): void {
  const [plain = 0, days = 0] = race([solving("undated", undated), solving("dated", dated)], 300, 30);
  line("(c) solve(plan) from raw data, in ratios of 250 µs", plain / 250e3, 1, time(plain));
  console.log(`     ${"(c) the same with its days (no promise)".padEnd(58)} ${time(days)}`);
  const [exact = 0, float = 0, ours = 0] = race([directExact, directFloat, forward], 3, 12);
  line(
    "(d) a year by six stages forward ÷ direct exact",
    ours / exact,
    1 / 3,
    `${time(ours)} ÷ ${time(exact)}`,
  );
  console.log(
    `     ${"(d) … ÷ direct float64, which is not exact (no promise)".padEnd(58)} ${(ours / float).toPrecision(3)}  ÷ ${time(float)}`,
  );
  const [volumes = 0, whole = 0] = race([ratesOnly, ratesOnlySolved], 20, 12);
  line("(e) a change of rates on a compiled plan ÷ direct exact", volumes / exact, 1 / 50, time(volumes));
  console.log(`     ${"(e) … with the whole answer and its days (no promise)".padEnd(58)} ${time(whole)}`);
  const [backward = 0, spread = 0] = race([solving("usual", usual), solving("lagged", lagged)], 3, 12);
  line("(f) solve with lags over 365 days, in ratios of 5 ms", backward / 5e6, 1, time(backward));
  console.log(`     ${"(f) … with all six stages spread (no promise)".padEnd(58)} ${time(spread)}`);
  const [reading = 0] = race([{ name: "reading", run: reads }], 100, 12);
  console.log(`     ${"(c) of which reading the plan".padEnd(58)} ${time(reading)}`);
}

function reads(times: number): number {
  let sum = 0;
  for (let round = 0; round < times; round += 1)
    sum += compilePlan(parsePlan({ ...undated }), ratio(1, 2)).flow.length;
  return sum;
}
