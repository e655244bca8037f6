import { readFileSync } from "node:fs";

import { forecast, parseSnapshot, solveOrThrow, toDecimal } from "reverse-funnel";
import { parsePlanYaml, readYaml } from "reverse-funnel/yaml";

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");
const plan = parsePlanYaml(read("plan.yaml"));
const figure = (exact: string) => toDecimal(exact).toFixed(1);

// When to leave, and the mile markers.
const { path } = solveOrThrow(plan);
for (const { stage, perWeek, window } of path)
  console.log(`${stage}: ${perWeek ?? 0} a week, start by ${window?.startBy ?? "now"}`);
for (const { stage, milestones } of path) {
  const marker = milestones.find(({ on }) => on >= "2026-03-27");
  console.log(`  by ${marker?.on ?? "the end"}: ${marker?.total ?? 0} × ${stage}`);
}

// The odometer on 31 March, and where the drive ends.
const snapshot = parseSnapshot(readYaml(read("snapshot.yaml")).data, plan);
const options = { horizon: "2026-09-30", pace: { recent: 20 } } as const;
const { atEnd, afterEnd } = forecast(plan, snapshot, options);
console.log(`By the end: ${figure(atEnd.wins)} wins, ${figure(atEnd.amount)} of MRR`);
console.log(`After the end, of the same work: ${figure(afterEnd.wins)} wins`);
