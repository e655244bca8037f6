/**
 * Holds what is said of progress against simulated periods whose truth is known, on every processor: part of
 * `npm run verify`. `tsx test/simulated/verify.ts 4000 7` takes 4,000 periods from seed 7. Exits with 1 where a rate is
 * worse than promised.
 */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { verifyLooks } from "./chance-periods.js";
import { ratesText, warningRates, type WarningRates } from "./early-warning.js";
import { verifyLearnedSpread } from "./learned-spread.js";

const [periods = 2000, seed = 1] = process.argv.slice(2).map(Number);

if (process.send === undefined) {
  const processors = availableParallelism();
  const each = Math.ceil(periods / processors);
  const found = await Promise.all(
    Array.from({ length: processors }, (_, index) => run(seed + index * each, each)),
  );
  const rates = found.reduce((one, other) => ({
    slow: one.slow + other.slow,
    inTime: one.inTime + other.inTime,
    weeks: one.weeks + other.weeks,
    falseAlarms: one.falseAlarms + other.falseAlarms,
    late: [...one.late, ...other.late],
  }));
  console.log(
    `${ratesText(rates)}${rates.late.length === 0 ? "" : `; late: seeds ${rates.late.slice(0, 10).join(", ")}`}`,
  );
  const isWarned = rates.inTime >= 0.99 * rates.slow && rates.falseAlarms < 0.05 * rates.weeks;
  const print = (line: string): void => {
    console.log(line);
  };
  // Then chances: of looks in the middle of a period, and of plans whose spread was learned.
  const areTrue = [verifyLooks(print), verifyLearnedSpread(print)].every(Boolean);
  process.exitCode = isWarned && areTrue ? 0 : 1;
} else {
  process.send(warningRates(seed, periods));
}

function run(from: number, count: number): Promise<WarningRates> {
  return new Promise((resolve, reject) => {
    const batch = fork(fileURLToPath(import.meta.url), [`${count}`, `${from}`], {
      execArgv: ["--import", "tsx"],
    });
    batch.once("message", (found) => {
      resolve(found as WarningRates);
    });
    batch.once("error", reject);
    batch.once("exit", (code) => {
      reject(new Error(`a batch ended with ${String(code)}`));
    });
  });
}
