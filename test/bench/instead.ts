/* eslint-disable @typescript-eslint/no-non-null-assertion -- a guard in a hand-written loop would slow the side that is compared with */
/** What a person would pick instead of this package: a spreadsheet that is worked out anew, and goal-seek by bisection. */
import { HyperFormula } from "hyperformula";
import { parsePlan } from "../../src/plan/parse.js";
import { compile } from "../../src/solve/compile.js";
import { fasterLine, race, time, type Side } from "./race.js";

const RATES = [0.31, 0.42, 0.35, 0.5, 0.8, 0.24];
const WINS = 40;
const TRIED = Array.from({ length: 64 }, (_, index) => (20 + index) / 100);

const model = compile(
  parsePlan({
    goal: { metric: "customers", amount: WINS, period: { workingDays: 20 } },
    funnel: RATES.map((rate, index) => ({ stage: `stage ${index}`, rate })),
  }),
);
const CHANGES = TRIED.map((to) => [{ path: ["funnel", 2, "rate"], to }]);

const ours: Side = {
  name: "model.volumes(changes)",
  run: (times) => {
    let sum = 0;
    for (let at = 0; at < times; at += 1) sum += model.volumes(CHANGES[at & 63])!.totals[0]!;
    return sum;
  },
};

/** A row for each stage: its rate, and what must enter it, the exact need of the stage after it divided by the rate. */
const sheet = HyperFormula.buildFromArray(
  RATES.map((rate, row) => [
    rate,
    row === RATES.length - 1 ? `=${WINS}/A${row + 1}` : `=B${row + 2}/A${row + 1}`,
    `=ROUNDUP(B${row + 1},0)`,
  ]),
  { licenseKey: "gpl-v3" },
);
const spreadsheet: Side = {
  name: "HyperFormula",
  run: (times) => {
    let sum = 0;
    for (let at = 0; at < times; at += 1) {
      sheet.setCellContents({ sheet: 0, row: 2, col: 0 }, TRIED[at & 63]);
      sum += Number(sheet.getCellValue({ sheet: 0, row: 0, col: 2 }));
    }
    return sum;
  },
};

/** The least first number from which a float simulation of the funnel brings the goal, as a spreadsheet's goal-seek looks for it. */
const goalSeek: Side = {
  name: "goal-seek",
  run: (times) => {
    let sum = 0;
    for (let at = 0; at < times; at += 1) {
      let [low, high] = [0, 1e9];
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        let units = middle;
        for (let stage = 0; stage < RATES.length; stage += 1)
          units *= stage === 2 ? TRIED[at & 63]! : RATES[stage]!;
        if (units >= WINS) high = middle;
        else low = middle;
      }
      sum += high;
    }
    return sum;
  },
};

/** How often goal-seek in floats gives another number than the exact answer does. */
function benchOff(): void {
  const off = TRIED.filter((_, at) => {
    const exact = model.volumes(CHANGES[at])!.totals[0]!;
    let [low, high] = [0, 1e9];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      const units = RATES.reduce((all, rate, stage) => all * (stage === 2 ? TRIED[at]! : rate), middle);
      if (units >= WINS) high = middle;
      else low = middle;
    }
    return high !== exact;
  });
  console.log(`     goal-seek differs from the exact number in ${off.length} of ${TRIED.length} questions`);
}

/** Compares a change of one rate: the first stage's number, worked out anew. */
export function benchInstead(): void {
  const [us, hyper, seek] = race([ours, spreadsheet, goalSeek], 2000, 12) as [number, number, number];
  fasterLine("(h) HyperFormula ÷ model.volumes(changes)", hyper / us, 1, `${time(hyper)} ÷ ${time(us)}`);
  fasterLine(
    "(h) goal-seek by bisection ÷ model.volumes(changes)",
    seek / us,
    1,
    `${time(seek)} ÷ ${time(us)}`,
  );
  benchOff();
}
