import { fromActivityLog } from "../../src/adapters/from-activity-log.js";
import { fromCsv } from "../../src/adapters/from-csv.js";
import { fromHubSpot } from "../../src/adapters/from-hubspot.js";
import type { ImportOptions } from "../../src/adapters/mapping.js";
import { safeParseMapping } from "../../src/adapters/parse-mapping.js";
import { align } from "../../src/align/align.js";
import { personalTargets } from "../../src/align/personal-targets.js";
import { InputError } from "../../src/cli/failure.js";
import { requireDeals } from "../../src/cli/read-journeys.js";
import { forecast } from "../../src/forecast/forecast.js";
import type { ForecastOptions } from "../../src/forecast/options.js";
import { learnCounts } from "../../src/history/counts/learn-counts.js";
import { snapshot } from "../../src/history/journeys/snapshot.js";
import { safeParsePlan } from "../../src/plan/parse.js";
import { safeParseSnapshot } from "../../src/plan/parse-snapshot.js";
import type { PlanInput } from "../../src/plan/plan.js";
import type { Issue } from "../../src/schema/issue.js";
import type { IssueCode } from "../../src/schema/issue-code.js";
import { PlanError } from "../../src/schema/plan-error.js";
import { compare } from "../../src/sensitivity/compare.js";
import { solveFor } from "../../src/sensitivity/solve-for.js";
import { solve } from "../../src/solve/solve.js";
import { infeasibleIssue, solveOrThrow } from "../../src/solve/solve-or-throw.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { snapshotSql } from "../../src/sql/snapshot-sql.js";
import { track } from "../../src/track/track.js";
import { safeParsePlanYaml } from "../../src/yaml/parse-plan-yaml.js";
import { plainFormat } from "../../src/format/format.js";
import { sayReason } from "../../src/words/reasons.js";
import { REASON_EXAMPLES } from "./said-examples.js";
import { planWith, type Patch } from "../plan/plan-with.js";

/** Something wrong that was written, and the issues that it leads to. */
type Example = () => readonly Issue[];

/** A plan with something else written in it. */
const plan =
  (patch: Patch): Example =>
  () =>
    safeParsePlan(planWith(patch)).error?.issues ?? [];

const GOALS = [
  { metric: "customers", amount: 10, period: "2026-01" },
  { metric: "revenue", amount: 12_000 },
] as const;

/** A plan with several goals. */
const goals = (written: readonly object[]): Example =>
  plan({ goal: undefined, goals: written, deal: { value: 1000, margin: "60%" } });

/** A call that throws its issues. */
const thrown =
  (call: () => unknown): Example =>
  () => {
    try {
      call();
    } catch (error) {
      if (error instanceof PlanError || error instanceof InputError) return error.issues;
      throw error;
    }
    return [];
  };

/** A plan that is valid, with this in it, for the verbs. */
const good = (patch: Patch = {}): PlanInput => planWith(patch) as unknown as PlanInput;

const yaml =
  (text: string): Example =>
  () =>
    safeParsePlanYaml(text).error?.issues ?? [];

const columns = {
  id: "Deal",
  stage: "Stage",
  on: "Since",
  closed: "Closed",
  value: "Value",
  status: "Status",
};
const HEADER = "Deal,Stage,Since,Closed,Value,Status,Likely";

/** Rows of deals under a line of headers. */
const deals =
  (rows: string, options: Partial<ImportOptions> = {}): Example =>
  () =>
    fromCsv(`${HEADER}\n${rows}\n`, {
      funnel: ["demo", "proposal"],
      layout: "deals",
      ...options,
      columns: { ...columns, probability: "Likely", ...options.columns },
    }).issues;

/** Rows that each say that a deal entered a stage. */
const steps =
  (rows: string): Example =>
  () =>
    fromCsv(`Deal,Stage,Since\n${rows}\n`, {
      funnel: ["demo", "proposal"],
      layout: "history",
      columns: { id: "Deal", stage: "Stage", on: "Since" },
      stages: { Parked: null, Won: "won", Lost: "lost" },
    }).issues;

const csv =
  (text: string, options: Partial<ImportOptions> = {}): Example =>
  () =>
    fromCsv(text, { funnel: ["demo", "proposal"], columns: { id: "Deal" }, ...options }).issues;

const log =
  (text: string): Example =>
  () =>
    fromActivityLog(text).issues;

const seen =
  (snapshotData: object): Example =>
  () =>
    safeParseSnapshot(snapshotData, good()).error?.issues ?? [];

const ahead = (options: object): Example =>
  thrown(() => forecast(good(), { asOf: "2026-01-11" }, options as ForecastOptions));

const card = (cases: object): Example => {
  const habits = [{ name: "answer", share: "90%", within: "15 minutes" }];
  return thrown(() => scorecard(good({ habits }), { asOf: "2026-01-11" }, { cases } as never));
};

const people = (...list: unknown[]): Example => plan({ "teams.sales": { people: list } });
const sources = (...list: unknown[]): Example => plan({ "funnel.0.sources": list });
const INBOUND = { channel: "inbound", funnel: [{ stage: "visit", rate: "2%" }] };
const OUTBOUND = { channel: "outbound", funnel: [{ stage: "call", rate: "5%" }] };

function circle(): object {
  const data: Record<string, unknown> = { goal: {} };
  return Object.assign(data, { funnel: data });
}

function nested(depth: number): unknown {
  let data: unknown = 1;
  for (let level = 0; level < depth; level += 1) data = [data];
  return data;
}

/** One plan that cannot be met for each reason. */
const outOfReach = (patch: Patch): Example => thrown(() => solveOrThrow(good(patch)));

/** How each issue comes about. A new code needs one here, and the page of codes shows what it says. */
export const ISSUE_EXAMPLES: Readonly<Record<IssueCode, Example>> = {
  "data.type": plan({ "goal.amount": 10n }),
  "data.cycle": () => safeParsePlan(circle()).error?.issues ?? [],
  "data.too-deep": plan({ deal: nested(200) }),
  "data.too-large": plan({ tasks: Array.from({ length: 300_000 }, () => ({ name: "x", minutes: 1 })) }),
  "date.object": plan({ workFrom: new Date(0) }),
  "value.missing": plan({ "goal.amount": undefined }),
  "value.type": plan({ funnel: { stage: "demo" } }),
  "value.choice": plan({ "goal.metric": "custmers" }),
  "key.unknown": plan({ chrun: { customers: 5 } }),
  "key.renamed": plan({ "teams.sales": { size: 2 } }),
  "key.duplicate": yaml("name: a\nname: b\n"),
  "name.type": plan({ "funnel.0.stage": 2024 }),
  "name.empty": plan({ "funnel.0.stage": "  " }),
  "name.reserved": plan({ "funnel.0.stage": "won" }),
  "name.duplicate": plan({ "funnel.1.stage": "demo" }),
  "list.empty": plan({ funnel: [] }),

  "number.invalid": plan({ "goal.amount": "10,000" }),
  "number.negative": plan({ "goal.amount": -10 }),
  "number.whole": plan({ "teams.sales": { headcount: 2.5 } }),
  "amount.invalid": plan({ "goal.amount": { now: 82, change: "+5 points" } }),
  "rate.invalid": plan({ "funnel.0.rate": 25 }),
  "date.invalid": plan({ workFrom: "2026-02-30" }),
  "period.invalid": plan({ "goal.period": "2026-13" }),
  "lag.invalid": plan({ "funnel.0.lag": "2 months" }),
  "spread.invalid": plan({ spread: { year: "10%" } }),
  "within.invalid": plan({ habits: [{ name: "answer", share: "90%", within: "soon" }] }),
  "currency.unknown": plan({ currency: "usd" }),
  "version.unknown": plan({ version: 2 }),

  "goal.change": plan({
    goal: { metric: "ending-mrr", amount: { now: 82_000, change: "+5%" }, period: "2026-01" },
    deal: { value: 100 },
    base: { mrr: 82_000 },
  }),
  "goal.unit": plan({ "goal.unit": "CSAT points" }),
  "goal.by": plan({ "goal.by": "day" }),
  "metric.needs": plan({ "goal.metric": "revenue" }),
  "deal.per": plan({ "goal.metric": "new-mrr", "deal.value": 900, "deal.per": "deal" }),
  "churn.kind": plan({ churn: { customers: 5, mrr: 900 } }),
  "churn.earned": plan({
    "goal.metric": "revenue-earned",
    "deal.value": 10,
    churn: { customers: 5, newCustomers: "1%" },
  }),
  "expansion.kind": plan({ expansion: { mrr: 5, rate: "1%", per: "month" } }),
  "contraction.kind": plan({ contraction: {} }),
  "repeat.kind": plan({ repeat: { value: 400 } }),
  "repeat.value": plan({ repeat: { rate: "10%", per: "period" } }),
  "renewal.kind": plan({ base: { renewals: [{ due: "month", rate: "90%" }] } }),
  "renewal.due": plan({ base: { renewals: [{ due: "2026-03-15", mrr: 40_000, rate: "90%" }] } }),
  "renewal.sum": plan({ base: { mrr: 9000, renewals: [{ due: "month", mrr: 40_000, rate: "90%" }] } }),
  "rate.per": plan({ churn: { rate: "2%" } }),
  "rate.sum": plan({
    ...{ "goal.metric": "net-new-mrr", "deal.value": 9, "base.mrr": 900 },
    ...{ churn: { rate: "70%", per: "period" }, contraction: { rate: "60%", per: "period" } },
  }),
  "rate.both": plan({ "funnel.1.sameAs": "demo" }),
  "rate.itself": plan({ "funnel.1.rate": undefined, "funnel.1.sameAs": "close" }),
  "rate.chain": plan({
    ...{ "funnel.0.rate": undefined, "funnel.0.sameAs": "close" },
    ...{ "funnel.1.rate": undefined, "funnel.1.sameAs": "demo" },
  }),
  "value.spread": plan({ "deal.value": { mean: 1000 } }),
  "chance.range": plan({ "goal.chance": "100%" }),
  "chance.profit": plan({
    "goal.metric": "profit",
    "goal.chance": "80%",
    deal: { value: 1000, margin: "60%" },
  }),
  "chance.returns": plan({
    "goal.chance": "80%",
    "funnel.1.returns": { to: "close", rate: { won: 5, of: 10 } },
  }),
  "chance.earned": plan({ "goal.metric": "revenue-earned", "goal.chance": "80%", "deal.value": 10 }),
  "chance.goals": thrown(() =>
    solve(
      good({
        ...{ goal: undefined, base: { customers: 100, mrr: 50_000 } },
        goals: [
          { metric: "net-new-customers", amount: 10, period: "2026-01", chance: "80%" },
          { metric: "net-new-mrr", amount: 12_000 },
        ],
        churn: { rate: "5%", per: "month" },
        deal: { value: 1000 },
      }),
    ),
  ),
  "chance.buffer": plan({ "goal.chance": "80%", buffer: "10%" }),
  "spread.month": plan({ "goal.period": { workingDays: 20 }, spread: { month: "25%" } }),
  "profile.part": plan({ "goal.profile": { spring: "100%" } }),
  "profile.cover": plan({ "goal.profile": { "2026-01-01/2026-01-15": "100%" } }),
  "profile.sum": plan({ "goal.profile": { "2026-01": "90%" } }),
  "every.months": plan({ "goal.every": "month", "goal.period": "2026-01-05/2026-02-13" }),
  "every.beside": plan({ "goal.every": "month", "goal.chance": "80%" }),
  "goals.both": plan({ goals: GOALS }),
  "goals.few": goals([GOALS[0]]),
  "goals.alike": goals([GOALS[0], { metric: "customers", amount: 12 }]),
  "snapshot.goals": () =>
    safeParseSnapshot(
      { asOf: "2026-01-10", outcome: [{ on: "2026-01-09", value: 4000 }] },
      good({ goal: undefined, goals: GOALS }),
    ).error?.issues ?? [],
  "goals.period": goals([GOALS[0], { ...GOALS[1], period: "2026-02" }]),
  "goals.once": goals([GOALS[0], { ...GOALS[1], period: "2026-01" }]),
  "goals.value": goals([...GOALS, { metric: "new-mrr", amount: 1000 }]),
  "goals.beside": goals([GOALS[0], { metric: "profit", amount: 1000 }]),
  "period.undated": plan({ "goal.period": { workingDays: 20 }, "funnel.0.lag": 7 }),
  "sources.place": plan({ "funnel.1.sources": [{ ...INBOUND, rest: true }] }),
  "returns.place": plan({ "funnel.0.returns": { to: "close", rate: "50%" } }),
  "returns.channel": plan({
    "funnel.1.sources": [{ ...INBOUND, share: "40%" }],
    "funnel.1.returns": { to: "demo", rate: "50%" },
  }),
  "returns.crossed": plan({
    "funnel.0.returns": { to: "demo", rate: "50%" },
    "funnel.1.returns": { to: "demo", rate: "50%" },
  }),
  "returns.loop": plan({ "funnel.0.rate": 0, "funnel.0.returns": { to: "demo", rate: "100%" } }),
  "returns.lag": plan({ "funnel.1.returns": { to: "close", rate: "50%", lag: "5 working days" } }),
  "returns.warehouse": thrown(() =>
    snapshotSql(good({ "funnel.0.returns": { to: "demo", rate: "50%" } }), {
      ...{ dialect: "duckdb", table: ["history"], asOf: "2026-01-10" },
    }),
  ),
  "share.kind": sources({ ...INBOUND, share: "40%", units: 4 }, { ...OUTBOUND, rest: true }),
  "share.rest": sources({ ...INBOUND, rest: true }, { ...OUTBOUND, rest: true }),
  "share.missing": sources({ ...INBOUND, units: 4 }),
  "share.sum": sources({ ...INBOUND, share: "40%" }, { ...OUTBOUND, share: "50%" }),
  "owner.unknown": plan({ "teams.sales": { headcount: 2 }, "funnel.0.owner": "slaes" }),
  "activity.unknown": plan({ "teams.sales": { headcount: 2, maxPerDay: { cals: 60 } } }),
  "stage.unknown": plan({ pipeline: { dmeo: 4 } }),
  "team.headcount": plan({ "teams.sales": { minutesPerDay: 360 } }),
  "team.cost": people({ name: "Ana", costPerHour: 40 }, { name: "Ben" }),
  "team.paid": plan({ "teams.sales": { headcount: 2, paid: "capacity", costPerHour: 40 } }),
  "person.leaves": people({ name: "Ana", starts: "2026-01-20", leaves: "2026-01-10" }),
  "person.workdays": people({ name: "Ana", workdays: ["mon", "sat"] }),
  "person.absences": people({ name: "Ana", absences: ["2027-01-04"] }),
  "habit.kind": plan({ habits: [{ name: "calls", atLeast: 3, atMost: 5, per: "day" }] }),
  "habit.per": plan({ habits: [{ name: "calls", atLeast: 3 }] }),
  "habit.within": plan({ habits: [{ name: "answer", share: "90%" }] }),
  "habit.dates": plan({
    habits: [
      {
        ...{ name: "calls", per: "day" },
        atLeast: [
          { from: "2026-01-20", count: 1 },
          { from: "2026-01-05", count: 2 },
        ],
      },
    ],
  }),
  "task.unknown": plan({ tasks: [{ name: "list", minutes: 60, due: "2026-01-30", after: "lsit" }] }),
  "task.circle": plan({
    tasks: [
      { name: "list", minutes: 60, due: "2026-01-30", after: "mail" },
      { name: "mail", minutes: 60, due: "2026-01-30", after: "list" },
    ],
  }),

  "count.too-large": thrown(() => solve(good({ "goal.amount": "1e15", "funnel.0.rate": "0.01%" }))),
  "chance.too-large": thrown(() => solve(good({ "goal.amount": 30_000, "goal.chance": "80%" }))),
  "infeasible.zero-rate": outOfReach({ "funnel.0.rate": 0 }),
  "infeasible.no-value": outOfReach({ "goal.metric": "revenue", "deal.value": 0 }),
  "infeasible.available": outOfReach({ "funnel.0.available": 30 }),
  "infeasible.no-time": outOfReach({ "funnel.0.lag": 60 }),
  "infeasible.capacity": outOfReach({
    ...{ "teams.sales": { headcount: 1, minutesPerDay: 60 }, "funnel.0.owner": "sales" },
    "funnel.0.activities": [{ name: "visit", minutes: 90 }],
  }),
  "infeasible.budget": outOfReach({ "funnel.0.cost": 100, budget: 500 }),
  // A plan for which no amount of work is enough takes long to search, so the reason is handed in.
  "infeasible.chance": () => {
    const { data } = REASON_EXAMPLES.chance;
    return [infeasibleIssue({ ...data, text: sayReason(data, plainFormat) })];
  },

  "funnel.too-long": plan({
    funnel: Array.from({ length: 201 }, (_, index) => ({ stage: `stage ${index}`, rate: "50%" })),
  }),
  "period.too-long": plan({
    "goal.period": "2000-01-01/2099-12-31",
    funnel: Array.from({ length: 28 }, (_, index) => ({ stage: `stage ${index}`, rate: "50%" })),
  }),
  "people.too-many": () =>
    safeParsePlan(
      { ...good(), teams: { sales: { people: [{ name: "Ada" }, { name: "Ben" }] } } },
      { limits: { people: 1 } },
    ).error?.issues ?? [],
  "pipeline.too-long": () =>
    safeParsePlan({ ...good(), pipeline: { demo: [{}, {}] } }, { limits: { openUnits: 1 } }).error?.issues ??
    [],
  "text.too-long": () =>
    safeParsePlan(good({ name: "a rather long name" }), { limits: { characters: 10 } }).error?.issues ?? [],
  "snapshot.late": seen({ asOf: "2026-01-11", entered: { demo: [{ on: "2026-01-12", count: 3 }] } }),
  "snapshot.order": thrown(() => track(good(), { asOf: "2026-01-09" }, { previous: { asOf: "2026-01-16" } })),
  "horizon.invalid": ahead({ horizon: "2026-01-01" }),
  "pace.invalid": ahead({ pace: "fast" }),
  "range.invalid": ahead({ range: "100%" }),
  "pace.recent": ahead({ pace: { recent: 0 } }),
  "pace.milestone": ahead({ pace: { perDay: { close: 4 } } }),
  "change.path": thrown(() =>
    compare(good(), [{ name: "more staff", changes: [{ path: ["funnel", 7, "rate"], to: "30%" }] }]),
  ),
  "path.not-solvable": thrown(() => solveFor(good(), ["goal", "period"], { perDay: { demo: 4 } })),
  "pipeline.values": thrown(() =>
    solveFor(
      good({
        ...{ "goal.metric": "revenue", "goal.amount": 9000, "deal.value": 900 },
        pipeline: { close: [{ value: 1200 }] },
      }),
      ["deal", "value"],
      { perDay: { demo: 4 } },
    ),
  ),
  "given.missing": thrown(() => solveFor(good(), ["funnel", 0, "rate"], null as never)),
  "stage.no-work": thrown(() => solveFor(good(), ["funnel", 0, "rate"], { perDay: { close: 4 } })),

  "align.calendar": thrown(() =>
    align([good({ name: "north" }), good({ name: "south", calendar: { weekStartsOn: "sun" } })]),
  ),
  "align.undated": thrown(() => align([good({ "goal.period": { workingDays: 20 } })])),
  "align.unit": thrown(() =>
    align([good({ name: "company", currency: "EUR" }), good({ name: "north", currency: "USD" })], undefined, {
      company: "company",
    }),
  ),
  "team.contradiction": thrown(() =>
    align([
      good({ name: "north", "teams.sales": { headcount: 2 } }),
      good({ name: "south", "teams.sales": { headcount: 3 } }),
    ]),
  ),
  "person.unknown": thrown(() =>
    personalTargets(good({ "teams.sales": { people: [{ name: "Ana" }] } }), { Anna: [] }),
  ),
  "history.order": thrown(() =>
    personalTargets(good(), {
      Ana: [
        { week: "2026-01-12", counts: {} },
        { week: "2026-01-05", counts: {} },
      ],
    }),
  ),
  "cases.invalid": card({ answer: [{ on: "2026-01-06", within: 11, of: 10 }] }),
  "habit.unknown": card({ anwser: [] }),

  "yaml.syntax": yaml("buffer: %10"),
  "yaml.empty": yaml("# nothing\n"),
  "yaml.documents": yaml("name: a\n---\nname: b\n"),
  "yaml.key": yaml("? [a]\n: 1\n"),
  "yaml.aliases": yaml("name: *other"),
  "yaml.comma": yaml(
    "goal: { metric: customers, amount: 10,000, period: 2026-01 }\nfunnel: [{ stage: demo, rate: 25% }]\n",
  ),

  "table.unreadable": csv("Name,Stage\nAcme,demo\n", { columns: { id: "Deal", stage: "Stage" } }),
  "table.empty": thrown(() => {
    requireDeals(["deals.csv"], fromCsv("Deal,Stage\n", { funnel: ["demo"] }));
  }),
  "column.missing": csv("Deals,Stage\n1,demo\n"),
  "column.repeated": csv("Deal,Stage,Stage\n1,demo,demo\n"),
  "column.looks-like": csv("Deal,Stage,Deal amount\n1,demo,900\n"),
  "column.unread": csv("Deal,Stage,Mood\n1,demo,good\n"),
  "column.stage-unknown": () =>
    fromHubSpot('Record ID,Deal Stage,"Date entered ""Check (Renewals)"""\n1,demo,\n', { funnel: ["demo"] })
      .issues,
  "map.stage-unknown": csv("Deal,Stage\n1,demo\n", { stages: { Trial: "dmo" } }),
  "row.invalid": () => safeParseMapping({ headerRow: 0 }).error?.issues ?? [],
  "header.below": csv("Deals of June\n\nDeal,Stage,Since\n1,demo,2026-06-01\n", { columns }),
  "row.header": steps("1,demo,2026-01-05\nDeal,Stage,Since\n2,demo,2026-01-06"),
  "row.total": deals("Total,2,,,1800,,"),
  "row.too-long": deals(`1,demo,2026-01-05,,"${"x".repeat(3_000_000)}`),
  "row.unclosed-quote": deals('1,"demo,2026-01-05,,,open,'),
  "row.too-wide": deals("1,demo,2026-01-05,,900,open,,extra"),
  "text.damaged": deals("1,demo,2026-01-05,,,M\uFFFDller,"),
  "text.excel": csv("PK\u0003\u0004\u0014\u0000"),
  "text.nul": csv(
    "D\u0000e\u0000a\u0000l\u0000,\u0000S\u0000t\u0000a\u0000g\u0000e\u0000\n\u00001\u0000,\u0000d\u0000",
  ),
  "id.missing": deals(",demo,2026-01-05,,,open,"),
  "id.none": csv("Stage,Since\ndemo,2026-01-05\n", { columns: { stage: "Stage", on: "Since" } }),
  "deal.deleted": deals("1,demo,2026-01-05,,,deleted,"),
  "deal.repeated": deals("1,demo,2026-01-05,,,open,\n1,proposal,2026-01-09,,,open,"),
  "deal.reopened": steps("1,demo,2026-01-05\n1,Lost,2026-01-07\n1,proposal,2026-01-09"),
  "deal.begins-late": steps("1,demo,2026-01-05\n2,proposal,2026-01-05"),
  "pipeline.mixed": () =>
    fromCsv("Deal,Stage,Pipeline\n1,demo,Partners\n2,demo,Direct\n", {
      funnel: ["demo"],
      columns: { id: "Deal", stage: "Stage", pipeline: "Pipeline" },
    }).issues,
  "pipeline.other": () =>
    fromCsv("Deal,Stage,Pipeline\n1,demo,Partners\n", {
      funnel: ["demo"],
      columns: { id: "Deal", stage: "Stage", pipeline: "Pipeline" },
      crmPipeline: "Direct",
    }).issues,
  "stage.left-out": steps("1,Parked,2026-01-05"),
  "stage.missing": steps("1,,2026-01-05"),
  "status.unknown": deals("1,demo,2026-01-05,,,maybe,"),
  "step.backwards": steps("1,proposal,2026-01-05\n1,demo,2026-01-09"),
  "step.undated": deals("1,demo,,,,open,"),
  "close.undated": deals("1,demo,2026-01-05,,,won,"),
  "close.early": csv("Deal,Status,Closed,demo,proposal\n1,lost,2026-01-09,2026-01-05,2026-01-12\n", {
    columns: { id: "Deal", status: "Status", closed: "Closed" },
    entered: { demo: "demo", proposal: "proposal" },
  }),
  "lag.negative": deals("1,demo,2026-01-05,2026-01-02,,lost,"),
  "date.none": deals("1,,,,,won,"),
  "date.missing": steps("1,demo,"),
  "date.order": deals("1,demo,5/31/2026,,,open,", { dates: "day-first" }),
  "date.ambiguous": deals("1,demo,3/4/2026,,,open,"),
  "days.utc": deals("1,demo,2026-06-10T15:00:00.000Z,,,open,"),
  "row.later": deals("1,demo,2026-02-05,,,open,", { asOf: "2026-01-31" }),
  "row.overtaken": deals("1,demo,2026-01-05,2026-02-09,,won,", { asOf: "2026-01-31" }),
  "value.unreadable": deals("1,demo,2026-01-05,,much,open,"),
  "value.ambiguous": deals(
    '1,demo,2026-01-05,,1.5,open,\n2,demo,2026-01-05,,"1,5",open,\n3,demo,2026-01-05,,1.234,open,',
  ),
  "value.negative": deals("1,demo,2026-01-05,,-900,open,"),
  "value.converted": csv("Deal,Stage,Amount in company currency,Currency\n1,demo,900,EUR\n", {
    columns: { id: "Deal", value: "Amount in company currency" },
  }),
  "counts.day": thrown(() => learnCounts([{ kind: "deals", count: 3 }], { stages: ["demo"] })),
  "currency.mixed": thrown(() =>
    snapshot(
      fromCsv("Deal,Stage,Since,Value,Currency\n1,demo,2026-01-05,900,EUR\n2,demo,2026-01-05,900,USD\n", {
        funnel: ["demo"],
        columns: { id: "Deal", stage: "Stage", on: "Since", value: "Value", currency: "Currency" },
        layout: "deals",
      }).journeys,
      good(),
      { asOf: "2026-01-31" },
    ),
  ),
  "probability.unreadable": deals("1,demo,2026-01-05,,,open,often"),
  "activity.missing": log("date,activity,count\n2026-01-05,,3\n"),
  "count.invalid": log("date,activity,count\n2026-01-05,call,3.5\n"),
};
