/**
 * The worst that a plan within `limits: "untrusted"` can cost, by verb: plans at the limits, each in the direction that costs
 * most. Prints the table of docs/recipes/strangers.md. Run with `npx tsx test/bench/worst-cases.ts`.
 */
import { cpus } from "node:os";
import { align } from "../../src/align/align.js";
import { formatDay } from "../../src/calendar/day.js";
import { explain } from "../../src/explain/explain.js";
import { forecast } from "../../src/forecast/forecast.js";
import { safeParsePlan } from "../../src/plan/parse.js";
import type { Plan } from "../../src/plan/plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";
import { solutionReport, toHtml } from "../../src/report/index.js";
import { targetRows, toCsv } from "../../src/rows/index.js";
import { PlanError } from "../../src/schema/plan-error.js";
import { compare } from "../../src/sensitivity/compare.js";
import { levers } from "../../src/sensitivity/levers.js";
import { solveFor } from "../../src/sensitivity/solve-for.js";
import { solve } from "../../src/solve/solve.js";
import { check } from "../../src/track/check.js";
import { replan } from "../../src/track/replan.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { track } from "../../src/track/track.js";
import { toXlsx } from "../../src/xlsx/index.js";

const FIRST = 20_454; // 1 January 2026
const lag = { median: 5, p90: 20 };

interface Shape {
  readonly stages: number;
  readonly days: number;
  readonly amount?: number;
  readonly rate?: unknown;
  readonly lag?: unknown;
  readonly more?: object;
  readonly goal?: object;
  readonly people?: number;
  readonly minutes?: number;
  readonly open?: number;
}

function planOf({
  stages,
  days,
  amount = 100,
  rate = "90%",
  more,
  goal,
  people = 0,
  minutes = 30,
  open = 0,
  ...shape
}: Shape): object {
  const teams = Math.min(10, people);
  return {
    goal: { metric: "customers", amount, period: `2026-01-01/${formatDay(FIRST + days - 1)}`, ...goal },
    funnel: Array.from({ length: stages }, (_, at) => ({
      stage: `s${at}`,
      rate,
      ...("lag" in shape && { lag: shape.lag }),
      ...(people > 0 && { activities: [{ name: `a${at}`, owner: `t${at % teams}`, minutes }] }),
    })),
    ...(people > 0 && {
      teams: Object.fromEntries(
        Array.from({ length: teams }, (_, team) => [
          `t${team}`,
          {
            minutesPerDay: 400,
            people: Array.from({ length: people / teams }, (_, at) => ({
              name: `p${team}-${at}`,
              starts: formatDay(FIRST + (at % 30)),
              fte: `${50 + (at % 50)}%`,
              absences: [`${formatDay(FIRST + 40 + at)}/${formatDay(FIRST + 50 + at)}`],
            })),
          },
        ]),
      ),
    }),
    ...(open > 0 && {
      pipeline: {
        s0: Array.from({ length: open }, (_, at) => ({
          entered: formatDay(FIRST - 1 - (at % 200)),
          value: `${at + 1}/7`,
        })),
      },
    }),
    ...more,
  };
}

const sample = { won: 30, of: 60 };
/** Each at the limit in another direction. */
const PLANS: Readonly<Record<string, object>> = {
  "40 stages, 190 days, lags": planOf({ stages: 40, days: 190, lag }),
  "20 stages, 380 days, lags": planOf({ stages: 20, days: 380, lag }),
  "one stage, 7,600 days": planOf({ stages: 1, days: 7600, lag: 10 }),
  "100 people, 10 stages, a year": planOf({ stages: 10, days: 365, lag, people: 100 }),
  "100 people, out of reach": planOf({ stages: 10, days: 365, lag, people: 100, minutes: 400, amount: 5000 }),
  "40 stages out of reach": planOf({ stages: 40, days: 190, lag, people: 10, minutes: 60, amount: 3000 }),
  "1,000 open units, 10 stages": planOf({ stages: 10, days: 365, lag, open: 1000 }),
  "80% sure of 20 wins, rates of samples": planOf({
    stages: 6,
    days: 180,
    lag,
    amount: 20,
    rate: sample,
    goal: { chance: "80%" },
  }),
  "80% sure of 2,000 wins, rates of samples": planOf({
    stages: 6,
    days: 180,
    lag,
    amount: 2000,
    rate: sample,
    goal: { chance: "80%" },
  }),
  "80% sure of 20,000 wins, rates of samples": planOf({
    stages: 3,
    days: 365,
    lag,
    amount: 20_000,
    rate: sample,
    goal: { chance: "80%" },
  }),
  "numbers of 60 digits": planOf({
    stages: 6,
    days: 365,
    lag,
    people: 10,
    rate: `0.${"123456789".repeat(6)}`,
  }),
};

const scale = Number(process.argv[2] ?? "1");
const asOf = formatDay(FIRST + 60);
const happened: Snapshot = { asOf, entered: { s0: [{ on: formatDay(FIRST + 20), count: 40 }] }, won: 3 };

const VERBS: Readonly<Record<string, (plan: Plan) => unknown>> = {
  solve: (plan) => solve(plan),
  "solve, chance: false": (plan) => solve(plan, { chance: false }),
  explain: (plan) =>
    explain(solve(plan, { chance: false, fixes: false }), ["targets", "stages", "s0", "total"]),
  forecast: (plan) => forecast(plan, happened),
  track: (plan) => track(plan, happened),
  replan: (plan) => replan(plan, happened),
  scorecard: (plan) => scorecard(plan, happened),
  check: (plan) => check([{ plan, snapshot: happened }]),
  levers: (plan) => levers(plan),
  solveFor: (plan) => solveFor(plan, ["funnel", 0, "rate"], { total: { s0: 500 } }),
  compare: (plan) => compare(plan, [{ name: "more", changes: [{ path: ["goal", "amount"], to: 50 }] }]),
  align: (plan) => align([{ ...plan, name: "one" }]),
  report: (plan) => toHtml(solutionReport(solve(plan, { chance: false, fixes: false }))),
  rows: (plan) => toCsv(targetRows(solve(plan, { chance: false, fixes: false }))),
  xlsx: (plan) => toXlsx(solve(plan, { chance: false, fixes: false })),
};

/** Processor time of some work in seconds; undefined where it is refused. */
function seconds(work: () => unknown): number | undefined {
  const begun = process.cpuUsage();
  try {
    work();
  } catch (error) {
    if (!(error instanceof PlanError) && !(error instanceof RangeError)) throw error;
    if (process.argv.includes("--why")) console.error(String(error).slice(0, 200));
    return undefined;
  }
  const { user, system } = process.cpuUsage(begun);
  return ((user + system) / 1e6) * scale;
}

console.log(
  `processor time on ${cpus()[0]?.model ?? "an unknown processor"}, Node ${process.version}, the first call of each\n`,
);
const worst = new Map<string, { took: number; of: string }>();
for (const [name, data] of Object.entries(PLANS)) {
  const parsed = safeParsePlan(data, { limits: "untrusted" });
  if (!parsed.success) throw new Error(`${name} requires to be within the limits: ${parsed.error.message}`);
  for (const [verb, work] of Object.entries(VERBS)) {
    const took = seconds(() => work(parsed.data));
    if (process.argv.includes("--all")) console.error(`${name} | ${verb} | ${took?.toFixed(2) ?? "refused"}`);
    if (took !== undefined && took > (worst.get(verb)?.took ?? 0)) worst.set(verb, { took, of: name });
  }
}
console.log("| verb | at most | by |\n| --- | --- | --- |");
for (const [verb, { took, of }] of worst) console.log(`| ${verb} | ${took.toFixed(2)} s | ${of} |`);
