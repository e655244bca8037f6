/** Prints one line that stands for the answers to many plans: run with other clocks and languages, it must not change. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { plans } from "../generators/plans.js";
import { timedPlans } from "../generators/timed-plans.js";
import { solved } from "../laws/solved.js";

const [order = "as drawn"] = process.argv.slice(2);
const drawn = [
  ...fc.sample(plans({ zeroRates: true, available: true, short: true }), { numRuns: 40, seed: 7 }),
  ...fc.sample(timedPlans(), { numRuns: 20, seed: 7 }),
];
const asked = order === "backward" ? [...drawn].reverse() : drawn;
const answers = new Map(asked.map((plan) => [plan, JSON.stringify(solved(plan))]));
const hash = createHash("sha256");
for (const plan of drawn) hash.update(answers.get(plan) ?? "");
console.log(hash.digest("hex"));
