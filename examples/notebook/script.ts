// %% [markdown]
// # What is a better win rate worth?
// Run the cells in VS Code or Jupyter with the Deno kernel, or convert the file: `jupytext --to ipynb script.ts`.

// %%
import { applyChange, definePlan, solveOrThrow } from "reverse-funnel";

const plan = definePlan({
  name: "First quarter",
  goal: { metric: "customers", amount: 12, period: "2026-Q1" },
  funnel: [
    { stage: "call", rate: "20%", owner: "sales" },
    { stage: "meeting", rate: "25%", owner: "sales" },
  ],
});

// %% [markdown]
// As it stands: how many calls, how many a day, how sure?

// %%
const now = solveOrThrow(plan);
console.log(
  `${now.stages.call.total} calls, ${now.stages.call.perDay ?? 0} a day, ${percent(now.chance)} sure`,
);

// %% [markdown]
// The same quarter at other rates from a meeting to a customer.

// %%
const rates = ["20%", "25%", "30%", "40%"] as const;
for (const rate of rates) {
  const { stages, chance } = solveOrThrow(applyChange(plan, { path: ["funnel", 1, "rate"], to: rate }));
  console.log(
    `${rate}: ${stages.call.total} calls, ${stages.call.perDay ?? 0} a day, ${percent(chance)} sure`,
  );
}

// %% [markdown]
// What does it take to be surer than a coin?

// %%
const asked = ["50%", "80%", "95%"] as const;
for (const sure of asked) {
  const { stages } = solveOrThrow(applyChange(plan, { path: ["goal", "chance"], to: sure }));
  console.log(`${sure} sure: ${stages.call.total} calls, ${stages.meeting.total} meetings`);
}

function percent(chance: { readonly reached: number | null } | null): string {
  const reached = chance?.reached ?? null;
  return reached === null ? "unknown" : `${Math.round(reached * 100)}%`;
}
