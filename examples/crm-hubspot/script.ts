import { readFileSync } from "node:fs";

import { forecast, learn, snapshot, solve, toNumber, applyLearned } from "reverse-funnel";
import { fromHubSpot } from "reverse-funnel/adapters";
import { parsePlanYaml } from "reverse-funnel/yaml";

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
const asOf = "2026-07-31";
const exchange = { EUR: "1.1" };
const plan = parsePlanYaml(read("plan.yaml"));

// From the file to journeys: every row is used, or set aside with its reason.
const { journeys, counts } = fromHubSpot(read("deals.csv"), { funnel: plan.funnel, crmPipeline: "Sales" });
console.log(`${counts.read} rows: ${counts.used} used, ${counts.setAside} set aside`);
for (const { code, rows } of counts.reasons) console.log(`  set aside: ${code} (${rows})`);
for (const { code, rows } of counts.notes) console.log(`  noted: ${code} (${rows})`);

// From journeys to rates, with what is still open taken into account.
const learned = learn(journeys, { stages: plan.funnel, asOf, currency: "USD", exchange });
const percent = (exact: string | null) => (exact === null ? "?" : `${(100 * toNumber(exact)).toFixed(1)}%`);
for (const stage of plan.funnel.map((one) => learned.stages[one.stage])) {
  if (!stage?.corrected) continue;
  const { naive, open, corrected } = stage;
  const { rate, low, high, won, of } = corrected;
  console.log(
    `${stage.stage}: ${won} of ${of} went on, ${open} open: naive ${percent(naive)}, corrected ${percent(rate)} (${percent(low)} to ${percent(high)})`,
  );
}

// From rates to a plan, to what is still to be done, to what will come of it.
const { plan: learnedPlan, changes } = applyLearned(plan, learned);
console.log(`Changed: ${changes.map(({ path }) => path.join(" ")).join(", ")}`);
const now = snapshot(journeys, learnedPlan, { asOf, exchange });
const targets = solve(learnedPlan).targets;
for (const { stage, total } of targets?.path ?? []) console.log(`To do in the quarter: ${total} × ${stage}`);
const { atEnd } = forecast(learnedPlan, now);
console.log(
  `Forecast at the end: ${toNumber(atEnd.wins).toFixed(1)} wins, ${toNumber(atEnd.amount).toFixed(0)} USD, ${percent(atEnd.attainment)} of the goal`,
);
