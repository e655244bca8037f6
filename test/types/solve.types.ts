/** Confusions that answers must refuse, and what must compile: see README.md in this folder. */
import { compile, definePlan, solve, solveOrThrow, type PlanInput, type Solution } from "reverse-funnel";

const nested = solveOrThrow({
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [
    {
      stage: "demo",
      rate: "50%",
      sources: [
        {
          channel: "inbound",
          rest: true,
          funnel: [
            {
              stage: "lead",
              rate: "25%",
              sources: [{ channel: "ads", share: "100%", funnel: [{ stage: "visitor", rate: "2%" }] }],
            },
          ],
        },
      ],
    },
  ],
});

// Names come through nested channels.
nested.stages.demo.total satisfies number;
nested.stages.lead.perDay satisfies number | null;
nested.stages.visitor.exact satisfies string;
// @ts-expect-error: a misspelt stage is no stage of the plan
nested.stages.dmeo;
// @ts-expect-error: a channel is not a stage
nested.stages.ads;

const plan = definePlan({
  goal: { metric: "net-new-mrr", amount: 10_000, period: "2026-01" },
  deal: { value: 1000 },
  buffer: "10%",
  funnel: [{ stage: "demo request", rate: "50%", owner: "sales" }],
  teams: { sales: { headcount: 2 } },
});
const solution = solve(plan);

// @ts-expect-error: targets are null where what it would take is not finite
solution.targets.wins;
solution.targets?.stages["demo request"].total satisfies number | undefined;
// @ts-expect-error: only an infeasible answer has reasons
solution.reasons;
// @ts-expect-error: only an infeasible answer has a nearest goal
solution.nearest;

if (solution.status === "feasible") {
  solution.targets.wins satisfies number;
} else {
  // @ts-expect-error: the targets of an infeasible answer may be null
  solution.targets.wins;
  // @ts-expect-error: there is no nearest goal where not even 0 can be reached
  solution.nearest.amount;
  for (const reason of solution.reasons) {
    switch (reason.code) {
      case "available":
        reason.short satisfies string;
        // @ts-expect-error: a short list says nothing of days
        reason.lastDay;
        break;
      case "no-time":
        reason.lastDay satisfies string | null;
        break;
      case "zero-rate":
        reason.stage satisfies string;
        // @ts-expect-error: a rate of 0 has no figures
        reason.needed;
        break;
      case "no-value":
        reason.short satisfies string;
        break;
      case "capacity":
        reason.path satisfies readonly (string | number)[];
        break;
      case "budget":
        reason.path satisfies readonly (string | number)[];
        break;
      case "chance":
        reason.reached satisfies number | null;
        break;
    }
  }
}

// Names survive: what is solved knows the stages of what was defined.
solution satisfies Solution<"demo request", "sales">;

// Taking a part out goes straight into solve, which keeps the names.
solve({ ...plan, buffer: undefined }).targets?.stages["demo request"].total satisfies number | undefined;
// @ts-expect-error: and knows no others
solve({ ...plan, buffer: undefined }).targets?.stages.demo;

// A compiled plan keeps them too.
const model = compile(plan);
model.stages satisfies readonly "demo request"[];
model.solve([{ path: ["funnel", 0, "rate"], to: "60%" }]).targets?.stages["demo request"];
// @ts-expect-error: no stage of the plan
model.solve().targets?.stages.demo;
// @ts-expect-error: volumes are null when no number of entries is enough
model.volumes().totals;

// Verbs take it instead of the plan, and know its names.
solve(model).targets?.stages["demo request"].total satisfies number | undefined;
// @ts-expect-error: no stage of the plan
solve(model).targets?.stages.demo;
// @ts-expect-error: what was read of the plan is not for callers
model.flow;

// Answers are read only.
// @ts-expect-error: an answer is frozen
nested.wins = 3;
// @ts-expect-error: and so are its lists
nested.path[0] = nested.stages.demo;

declare const json: unknown;
// @ts-expect-error: what was not written in TypeScript goes through parsePlan
solve(json);

// @ts-expect-error: an owner that is no team
solve({ ...plan, funnel: [{ stage: "demo", rate: "50%", owner: "salse" }] } satisfies PlanInput<
  "demo",
  "sales"
>);
