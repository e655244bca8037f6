import type * as z from "zod/mini";
import { definePlan } from "../../src/plan/define-plan.js";
import { parsePlan } from "../../src/plan/parse.js";
import type { Plan, PlanInput } from "../../src/plan/plan.js";
import type { planShape } from "../../src/plan/plan-schema.js";
import type { RateInput } from "../../src/plan/rate.js";

const goal = { metric: "customers", amount: 10, period: "2026-01" } as const;

/** What a verb looks like: its answer knows the names of the plan. */
declare function solve<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team>,
): { readonly stages: Readonly<Record<Stage, number>>; readonly teams: Readonly<Record<Team, number>> };

// Names infer through channels at any depth, and from the keys of teams.
export const nested = definePlan({
  goal,
  funnel: [
    {
      stage: "meeting",
      rate: { won: 48, of: 120 },
      owner: "sales",
      sources: [
        {
          channel: "inbound",
          units: 400,
          funnel: [
            {
              stage: "lead",
              rate: "1/4",
              sources: [
                {
                  channel: "ads",
                  share: "40%",
                  funnel: [{ stage: "click", rate: 0.02, owner: "marketing" }],
                },
                { channel: "search", rest: true, funnel: [{ stage: "visit", rate: "2%" }] },
              ],
            },
          ],
        },
        { channel: "outbound", rest: true, funnel: [{ stage: "prospect", rate: "20%" }] },
      ],
    },
  ],
  teams: { sales: { headcount: 2 }, marketing: { headcount: 1 } },
  pipeline: { click: 3, meeting: [{ entered: "2026-01-02", value: 1200 }] },
  buffer: "10%",
});
nested satisfies Plan<"meeting" | "lead" | "click" | "visit" | "prospect", "sales" | "marketing">;
solve(nested).stages.click;
solve(nested).teams.marketing;
// @ts-expect-error: a misspelt stage is no stage of this plan's answer
solve(nested).stages.metting;
// @ts-expect-error: a misspelt team is no team of this plan's answer
solve(nested).teams.sale;

// Without teams any owner stands.
definePlan({ goal, funnel: [{ stage: "demo", rate: "50%", owner: "whoever" }] });

// Optional keys accept undefined, so that a part can be taken out.
nested satisfies PlanInput;
solve({ ...nested, buffer: undefined }).stages.lead;
definePlan({ ...nested, buffer: undefined, teams: undefined });

definePlan({
  goal,
  funnel: [{ stage: "demo", rate: "50%" }],
  // @ts-expect-error: open work stands at a stage of the funnel
  pipeline: { dmeo: 4 },
});

definePlan({
  goal,
  funnel: [{ stage: "demo", rate: "50%" }],
  // @ts-expect-error: a plan has no such key
  fnunel: [],
});

definePlan({
  // @ts-expect-error: a goal has no such key
  goal: { ...goal, amonut: 10 },
  funnel: [{ stage: "demo", rate: "50%" }],
});

definePlan({
  goal,
  // @ts-expect-error: a stage has no such key
  funnel: [{ stage: "demo", rate: "50%", onwer: "sales" }],
});

definePlan({
  goal,
  funnel: [
    {
      stage: "demo",
      rate: "50%",
      // @ts-expect-error: a channel has no such key, at any depth
      sources: [{ channel: "web", rst: true, funnel: [{ stage: "visit", rate: "2%" }] }],
    },
  ],
});

definePlan({
  goal,
  // @ts-expect-error: where teams are given, every owner is one of them
  funnel: [{ stage: "demo", rate: "50%", owner: "slaes" }],
  teams: { sales: { headcount: 2 } },
});

definePlan({
  goal,
  funnel: [{ stage: "demo", rate: "50%" }],
  // @ts-expect-error: the owner of a need is one of the teams too
  tasks: [{ name: "training", owner: "suport", minutes: 60, due: "2026-01-30" }],
  teams: { support: { headcount: 2 } },
});

// Two calls of one rate: it is written once.
definePlan({
  goal,
  funnel: [
    { stage: "first call", rate: "50%" },
    { stage: "second call", sameAs: "first call" },
  ],
});

definePlan({
  goal,
  funnel: [
    { stage: "first call", rate: "50%" },
    // @ts-expect-error: no stage has this name
    { stage: "second call", sameAs: "frist call" },
  ],
});

definePlan({
  goal,
  funnel: [
    { stage: "first call", rate: "50%" },
    // @ts-expect-error: either a rate of its own or that of another stage
    { stage: "second call", rate: "40%", sameAs: "first call" },
  ],
});

definePlan({
  goal,
  // @ts-expect-error: a stage without a rate says nothing
  funnel: [{ stage: "demo" }],
});

definePlan({
  goal,
  // @ts-expect-error: a mean says nothing of how wins differ without their standard deviation
  deal: { value: { mean: 1000 } },
  funnel: [{ stage: "demo", rate: "50%" }],
});

definePlan({
  goal,
  // @ts-expect-error: a rate is no truth
  funnel: [{ stage: "demo", rate: true }],
});

definePlan({
  goal,
  // @ts-expect-error: how many were won says nothing without of how many
  funnel: [{ stage: "demo", rate: { won: 1 } }],
});

definePlan({
  goal,
  // @ts-expect-error: a rate is written in digits
  funnel: [{ stage: "demo", rate: "fifty" }],
});

definePlan({
  goal,
  // @ts-expect-error: a change says whether it is percent or points
  funnel: [{ stage: "demo", rate: { now: "20%", change: "+4" } }],
});

definePlan({
  // @ts-expect-error: a metric is one of the list
  goal: { metric: "custmers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "50%" }],
});

definePlan({
  goal,
  // @ts-expect-error: months have no fixed number of days, count a lag in days or weeks
  funnel: [{ stage: "demo", rate: "50%", lag: "2 months" }],
});

definePlan({
  goal,
  // @ts-expect-error: so far a workday is a day of the week
  calendar: { workdays: ["mon", "tus"] },
  funnel: [{ stage: "demo", rate: "50%" }],
});

// Every written form of a rate and of a lag.
const rates: readonly RateInput[] = [
  0.4,
  "40%",
  "2/5",
  "0.4",
  { won: 48, of: 120 },
  { won: "48", of: 120 },
  { rate: "40%", low: "35%", high: "46%" },
  { rate: 0.4, low: 0.35, high: 0.46, won: 48, of: 120 },
  { now: "20%", change: "+20%" },
  { now: 0.2, change: "-4 points" },
];
export const share = 40;
definePlan({ goal, funnel: [{ stage: "demo", rate: `${share}%`, lag: "5 working days" }] });
definePlan({ goal, funnel: [{ stage: "demo", rate: "1/3", lag: { median: 14, p90: "40" } }] });
rates satisfies readonly RateInput[];

// Exact quantities from an answer are plain text, and a plan takes them as amounts.
declare const exact: string;
definePlan({
  goal: { ...goal, amount: exact },
  deal: { value: exact },
  funnel: [{ stage: "demo", rate: 1 }],
});

// Data of unknown type goes through parsePlan; the compiler says so.
declare const json: unknown;
// @ts-expect-error: data of type unknown is no plan
solve(json);
solve(parsePlan(json)).stages["any name"];

// A plan is data: nothing of it can be written to.
// @ts-expect-error: a plan is read-only
nested.buffer = "20%";
// @ts-expect-error: at every depth
nested.funnel[0] = { stage: "meeting", rate: 1 };
// @ts-expect-error: also inside of its parts
nested.goal.amount = 20;

// What the schema reads and what TypeScript takes are the same, both ways.
type Written = z.input<typeof planShape>;
declare const written: Written;
declare const input: PlanInput;
// But for one thing, which a rule judges: that a stage has exactly one of rate and sameAs.
written satisfies Omit<PlanInput, "funnel">;
written.funnel[0]?.rate satisfies RateInput | undefined;
type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;
declare const mutable: Mutable<PlanInput>;
mutable satisfies Written;

// A plan that was read has a type that unread data has not, however right it is.
definePlan(input) satisfies Plan;
parsePlan(input) satisfies PlanInput;
// @ts-expect-error: nobody has read it
input satisfies Plan;
// @ts-expect-error: a copy with another goal was not read either
({ goal, funnel: nested.funnel }) satisfies Plan;

// A generic caller keeps the names.
export function answerOf<Stage extends string, Team extends string>(plan: Plan<Stage, Team>) {
  return solve(plan);
}
answerOf(nested).stages.prospect;
