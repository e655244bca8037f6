import { readFileSync } from "node:fs";

import { solve, toNumber } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const answer = solve(parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8")));
const { activities = [], utilisation = [] } = answer.targets ?? {};
console.log(`${answer.status}: meetings of each person, week by week`);
const people = activities.find(({ activity }) => activity === "hold meeting")?.people ?? [];
for (const { name, total, weeks } of people)
  console.log(`${name.padEnd(4)} ${String(total).padStart(3)}: ${weeks.map(({ count }) => count).join(" ")}`);

console.log("\nMinutes asked of the team, and what it can do");
for (const { week, demand, capacity } of utilisation)
  console.log(`${week}: ${Math.ceil(toNumber(demand))} of ${Math.floor(toNumber(capacity))}`);
