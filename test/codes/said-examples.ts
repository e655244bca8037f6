import type { AssumptionData, AssumptionKind } from "../../src/words/assumptions.js";
import type { FixData, FixKind } from "../../src/words/fixes.js";
import type { Reason, ReasonData } from "../../src/words/reasons.js";

/** What a code of an answer means, and figures for the sentence that shows it. */
export interface Said<Data> {
  readonly means: string;
  readonly data: Data;
}

type FixCode = FixKind["code"];
type AssumptionCode = AssumptionKind["code"];

const WORST = { week: "2026-01-12", demand: "900", capacity: "600" };

/** Why a goal is out of reach. A new reason needs one here. */
export const REASON_EXAMPLES: Readonly<Record<Reason["code"], Said<ReasonData>>> = {
  "zero-rate": {
    means: "A stage must pass units on, and its rate is 0.",
    data: {
      ...{ code: "zero-rate", path: ["funnel", 0, "rate"], stage: "demo" },
      ...{ seen: "12", upTo: "0.221" },
    },
  },
  "no-value": {
    means: "A win adds nothing to the metric, and something must be added.",
    data: {
      ...{ code: "no-value", path: ["deal", "value"], metric: "revenue" },
      ...{ short: "9000", cause: "worth nothing" },
    },
  },
  available: {
    means: "A list is too short for the units that must enter a stage.",
    data: {
      ...{ code: "available", path: ["funnel", 0, "available"], stage: "demo" },
      ...{ needed: 40, available: "30", short: "10" },
    },
  },
  "no-time": {
    means: "Nothing that starts on a working day from now on can be won in the period.",
    data: { code: "no-time", path: ["workFrom"], stage: "demo", lastDay: "2025-12-15" },
  },
  capacity: {
    means: "A team is asked for more than it can do.",
    data: {
      ...{ code: "capacity", path: ["teams", "sales"], team: "sales", of: "minutes" },
      ...{ weeks: ["2026-01-12"], short: "300", worst: WORST, activity: "call" },
    },
  },
  budget: {
    means: "The work costs more than the plan, a team or a channel may cost.",
    data: {
      ...{ code: "budget", path: ["budget"], of: "plan", name: null },
      ...{ budget: "5000", cost: "6200", over: "1200" },
    },
  },
  chance: {
    means: "No amount of new work makes the goal as sure as the plan asks.",
    data: { code: "chance", path: ["goal", "chance"], asked: 0.99, reached: 0.62 },
  },
};

const fix = (
  means: string,
  kind: FixKind,
  path: FixData["path"],
  from: unknown,
  to: unknown,
): Said<FixData> => ({ means, data: { ...kind, path, from, to } });

/** Single changes that are enough. A new fix needs one here. */
export const FIX_EXAMPLES: Readonly<Record<FixCode, Said<FixData>>> = {
  "lower-goals": fix(
    "Smaller goals, of several.",
    { code: "lower-goals" },
    ["goals"],
    [
      { metric: "revenue", amount: 60_000, period: "2026-Q1" },
      { metric: "customers", amount: 20 },
    ],
    [
      { metric: "revenue", amount: "50000", period: "2026-Q1" },
      { metric: "customers", amount: "16" },
    ],
  ),
  "lower-goal": fix("A smaller goal.", { code: "lower-goal" }, ["goal", "amount"], 10, 7),
  "raise-rate": fix(
    "A higher rate of one stage.",
    { code: "raise-rate", stage: "demo" },
    ["funnel", 0, "rate"],
    "25%",
    "34%",
  ),
  "lower-chance": fix("A goal less sure.", { code: "lower-chance" }, ["goal", "chance"], "90%", "80%"),
  "larger-sample": fix(
    "A rate that is known from more units.",
    { code: "larger-sample", stage: "demo", saved: 14 },
    ["funnel", 0, "rate"],
    { won: 3, of: 12 },
    { won: 12, of: 48 },
  ),
  "raise-margin": fix("A higher margin.", { code: "raise-margin" }, ["deal", "margin"], "60%", "70%"),
  "raise-commission": fix(
    "A higher commission.",
    { code: "raise-commission" },
    ["deal", "commission"],
    "10%",
    "12%",
  ),
  "raise-value": fix("A higher value of a deal.", { code: "raise-value" }, ["deal", "value"], 900, 1100),
  "lower-buffer": fix("A smaller margin of safety.", { code: "lower-buffer" }, ["buffer"], "20%", "5%"),
  "lower-churn": fix("Fewer customers lost.", { code: "lower-churn" }, ["churn", "customers"], 8, 5),
  "lower-churn-rate": fix("A lower churn rate.", { code: "lower-churn-rate" }, ["churn", "rate"], "3%", "2%"),
  "raise-renewal": fix(
    "More of what is up for renewal is renewed.",
    { code: "raise-renewal", due: "2026-08-15" },
    ["base", "renewals", 0, "rate"],
    "90%",
    "92.5%",
  ),
  "lower-new-customer-loss": fix(
    "Fewer new customers lost within the period.",
    { code: "lower-new-customer-loss" },
    ["churn", "newCustomers"],
    "10%",
    "4%",
  ),
  "more-units": fix(
    "More units from a channel that brings a fixed number.",
    { code: "more-units", channel: "events" },
    ["funnel", 0, "sources", 1, "units"],
    40,
    65,
  ),
  "longer-list": fix(
    "A longer list to work through.",
    { code: "longer-list", stage: "demo", short: "10" },
    ["funnel", 0, "available"],
    30,
    40,
  ),
  "higher-budget": fix(
    "A higher budget: as much as the work costs.",
    { code: "higher-budget", of: "channel", name: "ads" },
    ["funnel", 0, "sources", 0, "budget"],
    5000,
    6200,
  ),
  "start-earlier": fix(
    "Work that begins earlier.",
    { code: "start-earlier" },
    ["workFrom"],
    "2026-01-05",
    "2025-12-15",
  ),
  "end-later": fix("A period that ends later.", { code: "end-later" }, ["goal", "period"], "2026-01", {
    start: "2026-01-01",
    end: "2026-02-13",
  }),
  "begin-later": fix(
    "From `align`: the whole plan some weeks later.",
    { code: "begin-later", weeks: 2 },
    ["goal", "period"],
    "2026-01",
    { start: "2026-01-15", end: "2026-02-14" },
  ),
  "later-task": fix(
    "From `align`: a later date for a task.",
    { code: "later-task", task: "price list" },
    ["tasks", 0, "due"],
    "2026-01-16",
    "2026-01-23",
  ),
  "larger-team": fix(
    "More people in a team of which only the headcount is written.",
    { code: "larger-team", team: "sales" },
    ["teams", "sales", "headcount"],
    2,
    3,
  ),
  "more-people": fix(
    "More people in a team whose people are named.",
    { code: "more-people", team: "sales", people: 1, starts: "2026-01-12", ramp: true },
    ["teams", "sales", "people"],
    2,
    3,
  ),
  "fewer-minutes": fix(
    "Less time for each of an activity.",
    { code: "fewer-minutes", activity: "call" },
    ["funnel", 0, "activities", 0, "minutes"],
    30,
    20,
  ),
  "higher-limit": fix(
    "A higher limit of an activity a day.",
    { code: "higher-limit", team: "sales", activity: "call" },
    ["teams", "sales", "maxPerDay", "call"],
    20,
    28,
  ),
};

const assumes = (
  means: string,
  path: AssumptionData["path"],
  kind: AssumptionData["kind"],
  said: AssumptionKind,
): Said<AssumptionData> => ({ means, data: { ...said, kind, path } });

/** What an answer rests on. A new assumption needs one here. */
export const ASSUMPTION_EXAMPLES: Readonly<Record<AssumptionCode, Said<AssumptionData>>> = {
  "no-funnel": assumes("Habits are all that the plan asks for.", ["funnel"], "default", {
    code: "no-funnel",
  }),
  "profile-of-new-work": assumes(
    "A profile shares out what new work must win.",
    ["goal", "profile"],
    "profile",
    { code: "profile-of-new-work" },
  ),
  "no-other-churn": assumes("Nobody leaves but who does not renew.", ["churn"], "default", {
    code: "no-other-churn",
  }),
  "renewals-apart": assumes("What churn acts on beside renewals.", ["base", "renewals"], "default", {
    code: "renewals-apart",
  }),
  "months-by-themselves": assumes("The goal holds for each month.", ["goal", "every"], "every", {
    code: "months-by-themselves",
  }),
  "no-churn": assumes("Nobody leaves.", ["churn"], "default", { code: "no-churn" }),
  "no-new-customer-loss": assumes(
    "No new customer leaves again within the period.",
    ["churn", "newCustomers"],
    "default",
    { code: "no-new-customer-loss" },
  ),
  "one-unit-a-win": assumes("A win brings one unit.", ["deal", "value"], "default", {
    code: "one-unit-a-win",
  }),
  "all-margin": assumes("All of the value is margin.", ["deal", "margin"], "default", {
    code: "all-margin",
  }),
  "value-of-the-deal": assumes("The value is for the whole deal.", ["deal", "per"], "default", {
    code: "value-of-the-deal",
  }),
  "value-recurs": assumes("The value recurs.", ["deal", "per"], "default", {
    code: "value-recurs",
    every: "month",
  }),
  "whole-contracts": assumes("Contracts count in full when they are won.", ["goal", "metric"], "default", {
    code: "whole-contracts",
    metric: "revenue",
  }),
  "earned-by-month": assumes("How what is earned is counted.", ["goal", "by"], "default", {
    code: "earned-by-month",
  }),
  "pays-on": assumes("For how long a win pays.", ["deal", "contractMonths"], "default", { code: "pays-on" }),
  "earned-of-wins": assumes("Whose payments are earned.", ["goal", "metric"], "default", {
    code: "earned-of-wins",
  }),
  "costs-left-out": assumes("What gross profit leaves out.", ["goal", "metric"], "default", {
    code: "costs-left-out",
    metric: "gross-profit",
  }),
  "whole-period": assumes("A figure is for the whole period.", ["expansion", "per"], "default", {
    code: "whole-period",
    part: "expansion",
  }),
  "monday-to-friday": assumes("Which days are working days.", ["calendar", "workdays"], "default", {
    code: "monday-to-friday",
  }),
  "fiscal-year": assumes(
    "After which calendar year a fiscal year is called.",
    ["calendar", "fiscalYearNamedBy"],
    "default",
    { code: "fiscal-year", year: "2026" },
  ),
  "work-too-late": assumes(
    "Work that comes when nobody is there any more.",
    ["teams", "rep"],
    "work-too-late",
    {
      ...{ code: "work-too-late", activity: "visit", team: "rep", count: 8, lastDay: "2027-12-23" },
    },
  ),
  "no-holidays": assumes("No holidays.", ["calendar", "holidays"], "default", { code: "no-holidays" }),
  "rounded-alone": assumes("How totals are rounded.", ["rounding"], "default", { code: "rounded-alone" }),
  "churned-worth": assumes("What a churned customer is worth.", ["churn", "valueEach"], "churn-value", {
    ...{ code: "churned-worth", worth: "90", source: "base" },
  }),
  "no-lag": assumes("Units go on the day they enter.", ["funnel", 0, "lag"], "default", {
    code: "no-lag",
    stages: ["demo"],
  }),
  "cut-tail": assumes("A lag's table has an end.", ["funnel", 0, "lag"], "cut-tail", {
    ...{ code: "cut-tail", stage: "demo", share: "1/200", day: 365 },
  }),
  "new-pipeline": assumes(
    "Work in the pipeline without a day of entry is new.",
    ["pipeline", "demo"],
    "open-age",
    {
      code: "new-pipeline",
      stage: "demo",
    },
  ),
  "twelve-digits": assumes(
    "The chance of work in the pipeline is taken to twelve digits.",
    ["pipeline", "demo"],
    "open-chance",
    { code: "twelve-digits", stage: "demo" },
  ),
  "losses-unknown": assumes("When units are lost is not known.", ["funnel", 0, "lossLag"], "loss-lag", {
    code: "losses-unknown",
    stage: "demo",
  }),
  "part-unused": assumes(
    "A part of the plan that the metric does not use.",
    ["deal", "value"],
    "part-unused",
    {
      code: "part-unused",
      metric: "customers",
    },
  ),
  "absence-over": assumes(
    "An absence that is over when work begins.",
    ["teams", "sales", "people", 0, "absences", 0],
    "part-unused",
    { code: "absence-over", person: "Ana", until: "2025-12-31" },
  ),
  "task-over": assumes("A task whose date has passed.", ["tasks", 0], "part-unused", {
    ...{ code: "task-over", task: "price list", due: "2025-12-19" },
  }),
  compounding: assumes("A rate acts several times in the period.", ["churn", "rate"], "compounding", {
    ...{ code: "compounding", part: "churn", per: "month", rate: "1/50", share: "3/50" },
  }),
  "rounded-root": assumes(
    "A root that was rounded decides how many wins there are.",
    ["churn", "per"],
    "rounded-root",
    { code: "rounded-root", wins: "12", otherWins: "13" },
  ),
  "rates-known": assumes("Rates without a sample are taken as known.", ["funnel", 0, "rate"], "rate-known", {
    code: "rates-known",
    stages: ["demo"],
  }),
  "small-sample": assumes(
    "A sample is so small that the rate behind it differs.",
    ["funnel", 0, "rate"],
    "rate-mean",
    {
      ...{ code: "small-sample", stage: "demo", mean: "7/26", rate: "1/4" },
    },
  ),
  "no-spread": assumes("Periods differ by luck only.", ["spread"], "spread-none", { code: "no-spread" }),
  "value-certain": assumes("Every win brings the same.", ["deal", "value"], "value-known", {
    code: "value-certain",
  }),
  "values-mixed": assumes("Wins bring what deals of the pipeline do.", ["pipeline"], "value-mixed", {
    code: "values-mixed",
  }),
  "losses-certain": assumes("What is lost is certain.", ["churn"], "losses-fixed", {
    code: "losses-certain",
  }),
  "base-certain": assumes("What the base brings is certain.", ["expansion"], "losses-fixed", {
    code: "base-certain",
    parts: ["expansion"],
  }),
  "pipeline-from-plan": assumes(
    "The forecast takes the pipeline from the plan, because the snapshot has none.",
    ["pipeline"],
    "default",
    { code: "pipeline-from-plan" },
  ),
  "entries-undated": assumes("Entries of the snapshot carry no days.", ["entered", "demo"], "default", {
    code: "entries-undated",
    stage: "demo",
  }),
  "no-recent-work": assumes("Nothing entered a stage lately.", ["entered", "demo"], "default", {
    code: "no-recent-work",
    stage: "demo",
  }),
};
