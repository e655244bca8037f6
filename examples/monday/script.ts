import { readFileSync } from "node:fs";

import { personalTargets, snapshot, track, weeklyHistory } from "reverse-funnel";
import { fromActivityLog, fromCsv } from "reverse-funnel/adapters";
import { parsePlanYaml } from "reverse-funnel/yaml";

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
const asOf = "2026-01-16";
const plan = parsePlanYaml(read("plan.yaml"));

// The deals from the CRM, the calls from the log.
const columns = {
  id: "id",
  stage: "stage",
  status: "status",
  created: "created",
  owner: "owner",
  won: "won",
};
const { journeys, counts } = fromCsv(read("deals.csv"), {
  funnel: plan.funnel,
  columns,
  createdIn: "meeting",
});
const { entries } = fromActivityLog(read("calls.csv"));
console.log(`${counts.used} of ${counts.read} deals, ${entries.length} lines of work`);

// One snapshot of both: what the period has seen so far, and what is in the pipeline.
const now = snapshot(journeys, plan, { asOf, log: entries });
const { outcome, stages, status, verdict } = track(plan, now);
for (const [stage, { actual, planned }] of Object.entries(stages))
  console.log(`${stage}: ${actual} of ${planned} planned by now`);
console.log(`${outcome.wins} won: ${status}. ${verdict.text}`);

// What each person has done, week by week, is where personal goals start.
const history = weeklyHistory(now, plan);
for (const [person, weeks] of Object.entries(history))
  for (const { week, counts: done } of weeks)
    console.log(
      `${person}, week of ${week}: ${Object.entries(done)
        .map(([what, count]) => `${count} × ${what}`)
        .join(", ")}`,
    );
console.log(`${personalTargets(plan, history).people.length} people have a history`);
