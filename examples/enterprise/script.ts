import { readFileSync } from "node:fs";

import { forecast, solve, toDecimal } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const answer = solve(plan);
const figure = (exact: string, places = 1) => toDecimal(exact).toFixed(places);

console.log(`As it stands: ${answer.status}`);
if (answer.status === "infeasible") {
  for (const { text } of answer.reasons) console.log(`- ${text}`);
  if (answer.nearest !== null) console.log(`Nearest: ${answer.nearest.amount}, ${answer.nearest.wins} wins`);
  for (const { text } of answer.fixes) console.log(`- ${text}`);
}

const { targets } = answer;
if (targets === null) throw new Error("there is nothing to work at");
console.log(
  `\n${targets.wins} wins are needed; open work brings ${figure(targets.pipeline.averageWins, 2)} average wins in time, new work must bring ${figure(targets.pipeline.remaining, 2)}`,
);
for (const { stage, kind, window } of targets.path) {
  if (kind === "win") continue;
  if (window === null) console.log(`${stage}: too late for new ones, work the open ones`);
  else {
    const share = figure(window.onTimeShareToday, 3);
    console.log(
      `${stage}: start by ${window.startBy}, last useful day ${window.lastUseful}; of what starts today ${share} lands in time`,
    );
  }
}

const {
  atEnd,
  afterEnd,
  pipelineHealth: open,
} = forecast(plan, { asOf: "2026-07-05" }, { pace: { perDay: {} } });
console.log(
  `\nThe open work alone: ${figure(atEnd.amount, 0)} by December, ${figure(afterEnd.amount, 0)} after`,
);
for (const { month, wins, amount } of open.weighted)
  console.log(`${month}: ${figure(wins, 2)} wins, ${figure(amount, 0)}`);
console.log(
  `Coverage ${figure(open.coverage ?? "0", 2)}, and this funnel needs ${figure(open.neededCoverage ?? "0", 2)}`,
);
for (const { stage, expected } of open.slipped) console.log(`Slipped: one in ${stage}, expected ${expected}`);
for (const { stage, entered } of open.overdue)
  console.log(`Overdue: one in ${stage}, there since ${entered ?? "?"}`);
