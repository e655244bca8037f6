/* eslint-disable @typescript-eslint/no-non-null-assertion -- a guard in a hand-written loop would slow the side that is compared with */
/** Part A (a) and (b): the exact kernel and a compiled plan against what one would write by hand, and against libraries. */
import { Decimal } from "decimal.js";
import Fraction from "fraction.js";
import { compileFlow } from "../../src/model/flow.js";
import { parsePlan } from "../../src/plan/parse.js";
import { compile } from "../../src/solve/compile.js";
import { changeRate, compileKernel } from "../../src/solve/kernel.js";
import { fasterLine, line, race, time, type Side } from "./race.js";

const RATES = [0.31, 0.42, 0.35, 0.5, 0.8, 0.24];
const STAGES = RATES.length;
const WINS = 40;

const plan = parsePlan({
  goal: { metric: "customers", amount: WINS, period: { workingDays: 20 } },
  funnel: RATES.map((rate, index) => ({ stage: `stage ${index}`, rate })),
});

/** Rates of the third stage, so that no two neighbouring what-ifs are alike. */
const TRIED = Array.from({ length: 64 }, (_, index) => (20 + index) / 100);

/** What one would write by hand: divide by one rate after the other, round up. */
const floatLoop: Side = {
  name: "float64 loop",
  run: (times) => {
    const rates = Float64Array.from(RATES);
    const totals = new Array<number>(STAGES).fill(0);
    let sum = 0;
    for (let time = 0; time < times; time += 1) {
      rates[2] = TRIED[time & 63]!;
      let units = WINS;
      for (let stage = STAGES - 1; stage >= 0; stage -= 1) {
        units /= rates[stage]!;
        totals[stage] = Math.ceil(units);
      }
      sum += totals[0]!;
    }
    return sum;
  },
};

/** The same with a result of its own each time. */
const floatLoopWithResult: Side = {
  name: "float64 loop with its result",
  run: (times) => {
    const rates = Float64Array.from(RATES);
    let sum = 0;
    for (let time = 0; time < times; time += 1) {
      rates[2] = TRIED[time & 63]!;
      sum += floatVolumes(rates).totals[0]!;
    }
    return sum;
  },
};

function floatVolumes(rates: Float64Array): { readonly wins: number; readonly totals: readonly number[] } {
  const totals = new Array<number>(STAGES);
  let units = WINS;
  for (let stage = STAGES - 1; stage >= 0; stage -= 1) {
    units /= rates[stage]!;
    totals[stage] = Math.ceil(units);
  }
  return { wins: WINS, totals };
}

const kernel = ((): Side => {
  const flow = compileFlow(plan);
  const exact = compileKernel(flow, WINS);
  if (exact === undefined) throw new Error("the bench requires a plain funnel");
  const nums = TRIED.map((rate) => Math.round(rate * 100));
  return {
    name: "exact kernel",
    run: (times) => {
      const totals = exact.totals.slice();
      let sum = 0;
      for (let time = 0; time < times; time += 1) {
        changeRate(exact, STAGES - 1, nums[time & 63]!, 100, totals);
        sum += totals[0]!;
      }
      return sum;
    },
  };
})();

const model = compile(plan);
const CHANGES = TRIED.map((to) => [{ path: ["funnel", 2, "rate"], to }]);
const modelVolumes: Side = {
  name: "model.volumes(changes)",
  run: (times) => {
    let sum = 0;
    for (let time = 0; time < times; time += 1) sum += model.volumes(CHANGES[time & 63])!.totals[0]!;
    return sum;
  },
};

const fractions: Side = {
  name: "fraction.js",
  run: (times) => {
    let sum = 0;
    for (let time = 0; time < times; time += 1) {
      let units = new Fraction(WINS);
      const totals: number[] = [];
      for (let stage = STAGES - 1; stage >= 0; stage -= 1) {
        units = units.div(stage === 2 ? TRIED[time & 63]! : RATES[stage]!);
        totals[stage] = units.ceil().valueOf();
      }
      sum += totals[0]!;
    }
    return sum;
  },
};

const decimals: Side = {
  name: "decimal.js",
  run: (times) => {
    let sum = 0;
    for (let time = 0; time < times; time += 1) {
      let units = new Decimal(WINS);
      const totals: number[] = [];
      for (let stage = STAGES - 1; stage >= 0; stage -= 1) {
        units = units.div(stage === 2 ? TRIED[time & 63]! : RATES[stage]!);
        totals[stage] = units.ceil().toNumber();
      }
      sum += totals[0]!;
    }
    return sum;
  },
};

/** Prints the ratios of volumes of a six-stage funnel. */
export function benchVolumes(): void {
  const [loop = 0, exact = 0] = race([floatLoop, kernel], 200_000, 60);
  line("(a) exact kernel ÷ float64 loop", exact / loop, 1.1, `${time(exact)} ÷ ${time(loop)}`);
  const [withResult = 0, volumes = 0] = race([floatLoopWithResult, modelVolumes], 100_000, 60);
  line(
    "(b) model.volumes(changes) ÷ float64 loop with its result",
    volumes / withResult,
    2,
    `${time(volumes)} ÷ ${time(withResult)}`,
  );
  const [fraction = 0, decimal = 0] = race([fractions, decimals], 2000, 12);
  fasterLine("(b) fraction.js ÷ model.volumes(changes)", fraction / volumes, 30, time(fraction));
  fasterLine("(b) decimal.js ÷ model.volumes(changes)", decimal / volumes, 100, time(decimal));
}
