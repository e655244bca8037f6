/**
 * Compares the library with the oracle over a million random plans, on every processor, and a tenth of that of plans that say
 * more than one goal of one period: `npm run verify`.
 *
 * `npm run verify -- 20000 7` takes 20,000 plans, from seed 7; `-- 100000 7 parts` only the latter. Exits with 1 where any
 * number differs, or a chance is not what it says.
 */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { verifyChance } from "../chance/coverage.js";
import { verifyForecasts } from "../forecast/chance/coverage.js";
import { compareChance } from "./agreement-of-chance.js";
import type { Findings } from "./verify-batch.js";

const [plans = 1_000_000, seed = 20_260_105] = process.argv.slice(2).map(Number);
const which = process.argv[4];
const processors = availableParallelism();
const agreed =
  which === "parts"
    ? await compareAll("parts", plans)
    : (await compareAll("all", plans)) && (await compareAll("parts", Math.ceil(plans / 10)));
if (which === "parts") process.exit(agreed ? 0 : 1);
// Then the chances: of small plans, by going through everything that can happen.
const CHANCES = 400;
const chances = Array.from({ length: CHANCES }, (_, index) => compareChance(1000 + index));
const wrong = chances.filter(({ differences }) => differences.length > 0);
for (const { plan, differences } of wrong.slice(0, 5))
  console.log(`${JSON.stringify(plan)}\n  ${differences.join("\n  ")}\n`);
const exactly = chances.flatMap(({ exactlyOff }) => exactlyOff ?? []);
console.log(
  `${CHANCES} chances compared (seed 1000): ${wrong.length} mismatches; ` +
    `${exactly.length} with luck alone, at most ${Math.max(...exactly).toExponential(1)} off`,
);
// Do plans that ask for 50, 80, 90, 95% succeed as often as they say?
const surely = verifyChance((line) => {
  console.log(line);
});
// And forecasts: do the periods that they look into end within their ranges as often as they say?
const ahead = verifyForecasts((line) => {
  console.log(line);
});
process.exitCode = agreed && wrong.length === 0 && surely && ahead ? 0 : 1;

/** Compares so many plans of a kind, and says what came of them. */
async function compareAll(kind: "all" | "parts", count: number): Promise<boolean> {
  const findings = await Promise.all(
    Array.from({ length: processors }, (_, index) => run(seed + index, Math.ceil(count / processors), kind)),
  );
  const sumOf = (key: "plans" | "tooLarge" | "infeasible" | "refused"): number =>
    findings.reduce((all, found) => all + found[key], 0);
  const mismatches = findings.flatMap((found) => found.mismatches);
  for (const { plan, differences } of mismatches.slice(0, 5))
    console.log(`${JSON.stringify(plan)}\n  ${differences.slice(0, 8).join("\n  ")}\n`);
  console.log(
    `${sumOf("plans")} plans compared (${kind}, seed ${seed}): ${mismatches.length} mismatches, ` +
      `${sumOf("tooLarge")} refused as too large, ${sumOf("infeasible")} infeasible, ` +
      `${sumOf("refused")} without any number of wins that is enough`,
  );
  return mismatches.length === 0;
}

function run(from: number, count: number, kind: string): Promise<Findings> {
  return new Promise((resolve, reject) => {
    const batch = fork(
      fileURLToPath(new URL("verify-batch.ts", import.meta.url)),
      [`${from}`, `${count}`, kind],
      {
        execArgv: ["--import", "tsx"],
      },
    );
    batch.once("message", (found) => {
      resolve(found as Findings);
    });
    batch.once("error", reject);
    batch.once("exit", (code) => {
      reject(new Error(`a batch ended with ${String(code)}`));
    });
  });
}
