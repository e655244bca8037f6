/**
 * How often do learned intervals hold the truth where a part of the record is missing? `npm run verify` runs it after the plans;
 * `npx tsx test/oracle/verify-erasure.ts 200 7` takes 200 histories of each model and size, the first with seed 7. Exits with 1 where an interval misses the
 * truth more often than it promises.
 */
import { coverageOfErasure, ERASURES, leastHeld } from "./erasure.js";

const [histories = 2000, firstSeed = 1] = process.argv.slice(2).map(Number);
const seeds = Array.from({ length: histories }, (_, index) => firstSeed + index);
console.log("erased                            deals  histories  intervals  held");
for (const deals of [60, 300, 2000])
  for (const model of Object.keys(ERASURES)) {
    const { given, held } = coverageOfErasure(model, deals, seeds);
    const share = given === 0 ? "none" : `${((100 * held) / given).toFixed(1)}%`;
    const row = [
      model.padEnd(32),
      String(deals).padStart(6),
      String(histories).padStart(10),
      String(given).padStart(10),
    ];
    console.log(`${row.join(" ")}  ${share}`);
    // Two intervals of one history are not independent: the bound allows for half as many.
    if (given > 0 && held / given < leastHeld(given / 2)) process.exitCode = 1;
  }
