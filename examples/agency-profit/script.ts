import { readFileSync } from "node:fs";

import { applyChange, solve, solveOrThrow, toDecimal } from "reverse-funnel";
import { parsePlanYaml } from "reverse-funnel/yaml";

const plan = parsePlanYaml(readFileSync(new URL("plan.yaml", import.meta.url), "utf8"));
const euros = (exact: string | null) => toDecimal(exact ?? "0").toFixed(2);

const { wins, channels, economics } = solveOrThrow(plan);
console.log(`${wins} wins leave ${euros(economics.profit)}; one more would cost ${euros(economics.winCost)}`);
for (const { channel, profit, cac } of channels)
  console.log(`${channel.padEnd(5)} leaves ${euros(profit)}, at ${euros(cac)} a customer`);

// A budget that does not do: what it would take, and how far one gets with it.
const tight = solve(applyChange(plan, { path: ["funnel", 0, "sources", 1, "budget"], to: 4000 }));
if (tight.status === "infeasible") {
  console.log(tight.reasons[0]?.text);
  console.log(`within it: ${euros(tight.nearest?.amount ?? null)} of profit`);
}
