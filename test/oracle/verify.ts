/**
 * Compares the library with the oracle over a million random plans, on every processor: `npm run verify`.
 *
 * `npm run verify -- 20000 7` takes 20,000 plans, from seed 7. Exits with 1 where any number differs, or a chance
 * is not what it says.
 */
import { fork } from "node:child_process";
import fc from "fast-check";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { verifyChance } from "../chance/coverage.js";
import { verifyForecasts } from "../forecast/chance/coverage.js";
import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import { goalsPlans } from "../generators/goals.js";
import { compareGoals } from "./goals.js";
import { compareChance } from "./agreement-of-chance.js";
import type { Findings } from "./verify-batch.js";

const [plans = 1_000_000, seed = 20_260_105] = process.argv.slice(2).map(Number);
const processors = availableParallelism();
const findings = await Promise.all(
  Array.from({ length: processors }, (_, index) => run(seed + index, Math.ceil(plans / processors))),
);

const total = findings.reduce(
  (all, found) => ({
    plans: all.plans + found.plans,
    tooLarge: all.tooLarge + found.tooLarge,
    infeasible: all.infeasible + found.infeasible,
    mismatches: [...all.mismatches, ...found.mismatches],
  }),
  { plans: 0, tooLarge: 0, infeasible: 0, mismatches: [] },
);
for (const { plan, differences } of total.mismatches.slice(0, 5))
  console.log(`${JSON.stringify(plan)}\n  ${differences.slice(0, 8).join("\n  ")}\n`);
console.log(
  `${total.plans} plans compared: ${total.mismatches.length} mismatches, ` +
    `${total.tooLarge} refused as too large, ${total.infeasible} infeasible`,
);
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
// Plans with several goals: each goal by itself, and the one that needs most in full.
const GOALS = Math.min(5_000, plans);
const severalGoals = fc.sample(goalsPlans({ costs: true, available: true, short: true, stages: 3 }), {
  numRuns: GOALS,
  seed,
});
const apart = severalGoals.filter(
  (plan) => compareGoals(plan, (data) => solve(parsePlan(data), { chance: false, fixes: false })).length > 0,
);
for (const plan of apart.slice(0, 5)) console.log(JSON.stringify(plan));
console.log(`${GOALS} plans with several goals compared: ${apart.length} mismatches`);
// Do plans that ask for 50, 80, 90, 95% succeed as often as they say?
const surely = verifyChance((line) => {
  console.log(line);
});
// And forecasts: do the periods that they look into end within their ranges as often as they say?
const ahead = verifyForecasts((line) => {
  console.log(line);
});
process.exitCode =
  total.mismatches.length === 0 && wrong.length === 0 && apart.length === 0 && surely && ahead ? 0 : 1;

function run(from: number, count: number): Promise<Findings> {
  return new Promise((resolve, reject) => {
    const batch = fork(fileURLToPath(new URL("verify-batch.ts", import.meta.url)), [`${from}`, `${count}`], {
      execArgv: ["--import", "tsx"],
    });
    batch.once("message", (found) => {
      resolve(found as Findings);
    });
    batch.once("error", reject);
    batch.once("exit", (code) => {
      reject(new Error(`a batch ended with ${String(code)}`));
    });
  });
}
