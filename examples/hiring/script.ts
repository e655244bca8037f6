import { readFileSync } from "node:fs";

import { forecast, solveOrThrow, toDecimal } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const { wins, pipeline: open, path, activities } = solveOrThrow(plan);
const figure = (exact: string) => toDecimal(exact).toFixed(2);

console.log(
  `${wins} hires; candidates we know are expected to be ${figure(open.wins)} of them, ${figure(open.remaining)} are to be found`,
);
for (const { stage, kind, total, perWeek, window } of path)
  console.log(
    `${kind === "win" ? "start work" : stage}: ${total}, ${perWeek ?? 0} a week, until ${window?.startBy ?? "never"}`,
  );

console.log("\nMinutes of it:");
for (const { activity, owner, total, minutesPerDay } of activities)
  console.log(`${owner ?? "?"}: ${total} × ${activity}, ${figure(minutesPerDay ?? "0")} minutes a day`);

const { atEnd, afterEnd } = forecast(plan, { asOf: "2026-05-31" });
console.log(
  `\nIf all goes as planned: ${figure(atEnd.wins)} at work by the end of September, ${figure(afterEnd.wins)} who start later`,
);
