import { readFileSync } from "node:fs";

import {
  applyChange,
  explain,
  forecast,
  solve,
  solveOrThrow,
  toNumber,
  type PlanInput,
} from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const say = (some: PlanInput) => {
  const { goals = [], wins } = solveOrThrow(some);
  for (const { metric, amount, wins: own, brought, attainment, binds } of goals)
    console.log(
      `  ${amount} ${metric}: ${own} wins by itself; ${wins} bring ${brought} (${Math.round(100 * toNumber(attainment ?? "0"))}%)${binds ? ", needs most" : ""}`,
    );
};

console.log("As planned:");
say(plan);
console.log(explain(solve(plan), ["binds"]).text);

console.log("With deals of 1,800 the money needs more:");
say(applyChange(plan, { path: ["deal", "value"], to: 1800 }));

// Half-way through the work is as planned, and the deals are fewer and larger.
const won = ["05-04", "05-06", "05-07", "05-11", "05-12", "05-13"].map((day) => ({
  on: `2026-${day}`,
  value: 12000,
}));
const outlook = forecast(plan, { asOf: "2026-05-15", entered: { "first call": 245, trial: 63 }, won });
console.log("In the middle of May, if the rest is done as planned:");
for (const { metric, goal, amount } of outlook.goals ?? [])
  console.log(`  ${metric}: ${Math.round(toNumber(amount))} of ${goal}`);
