import { readFileSync } from "node:fs";

import { applyChange, solveOrThrow, type PlanInput } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const percent = (share: number) => `${Math.round(share * 100)}%`;
const meetings = (some: PlanInput) => solveOrThrow(some).stages["first meeting"]?.total ?? 0;

const asking = (asked: string) => applyChange(plan, { path: ["goal", "chance"], to: asked });

const { chance, bridge } = solveOrThrow(plan);
const planned = meetings(plan);
console.log(
  `${planned} first meetings for ${bridge.at(0)?.wins ?? "?"} wins: ${percent(chance?.reached ?? 0)} sure`,
);

for (const asked of ["80%", "90%"] as const) {
  const more = meetings(asking(asked));
  console.log(`${asked} sure takes ${more}: ${more - planned} more (+${percent(more / planned - 1)})`);
}

console.log("What makes it uncertain:");
for (const [cause, share] of Object.entries({ ...chance?.from }))
  if (share > 0) console.log(`  ${cause}: ${percent(share)}`);

// A rate that is known from more deals is less uncertain, so the same 80% cost less.
const fourYears = {
  ...asking("80%"),
  funnel: [
    { stage: "first meeting", rate: { won: 384, of: 960 } },
    { stage: "proposal", rate: { won: 128, of: 384 } },
  ],
} as const;
console.log(`80% with the same rates from four years: ${meetings(fourYears)}`);
const steady = { ...asking("80%"), spread: 0 };
console.log(`80% if quarters did not differ: ${meetings(steady)}`);
