import { describe, expect, it } from "vitest";
import { pathText } from "../../src/schema/issue.js";
import { parsePlan, safeParsePlan } from "../../src/plan/parse.js";
import { planWith, type Patch } from "./plan-with.js";

/** One malformed plan: what is written where, the code and the path of the issue, and a piece of its sentence. */
type BadPlan = readonly [title: string, patch: Patch, code: string, path: string, says: string];

const CHANNEL = { channel: "a", funnel: [{ stage: "visit", rate: "2%" }] };
const OTHER = { channel: "b", funnel: [{ stage: "call", rate: "5%" }] };
const sources = (...list: unknown[]): Patch => ({ "funnel.0.sources": list });
const people = (...list: unknown[]): Patch => ({ "teams.sales": { people: list } });

const TYPOS: readonly BadPlan[] = [
  ["a misspelt part", { chrun: { customers: 5 } }, "key.unknown", "chrun", 'did you mean "churn"'],
  ["a key of another language", { ziel: 10 }, "key.unknown", "ziel", "known here are name, currency"],
  ["a misspelt goal key", { "goal.ammount": 10 }, "key.unknown", "goal.ammount", 'did you mean "amount"'],
  ["a misspelt deal key", { "deal.vlaue": 9 }, "key.unknown", "deal.vlaue", 'did you mean "value"'],
  [
    "a misspelt upsell key",
    { "deal.upsells": [{ name: "x", rate: 0.1, value: 1, valu: 2 }] },
    "key.unknown",
    "deal.upsells[0].valu",
    'did you mean "value"',
  ],
  [
    "a misspelt base key",
    { "base.costumers": 9 },
    "key.unknown",
    "base.costumers",
    'did you mean "customers"',
  ],
  [
    "a misspelt churn key",
    { churn: { customers: 1, valueeach: 3 } },
    "key.unknown",
    "churn.valueeach",
    'did you mean "valueEach"',
  ],
  [
    "a misspelt stage key",
    { "funnel.0.onwer": "sales" },
    "key.unknown",
    "funnel[0].onwer",
    'did you mean "owner"',
  ],
  [
    "a misspelt activity key",
    { "funnel.0.activities": [{ name: "call", mintues: 5 }] },
    "key.unknown",
    "funnel[0].activities[0].mintues",
    'did you mean "minutes"',
  ],
  [
    "a misspelt channel key",
    sources({ ...CHANNEL, rset: true, rest: true }),
    "key.unknown",
    "funnel[0].sources[0].rset",
    'did you mean "rest"',
  ],
  [
    "a misspelt calendar key",
    { calendar: { hollidays: [] } },
    "key.unknown",
    "calendar.hollidays",
    'did you mean "holidays"',
  ],
  [
    "a month in full",
    { calendar: { seasonality: { february: "80%" } } },
    "key.unknown",
    "calendar.seasonality.february",
    "known here are jan, feb",
  ],
  [
    "a misspelt team key",
    { "teams.sales.minutesperday": 360 },
    "key.unknown",
    "teams.sales.minutesperday",
    'did you mean "minutesPerDay"',
  ],
  [
    "a misspelt person key",
    people({ name: "Ana", start: "2026-01-05" }),
    "key.unknown",
    "teams.sales.people[0].start",
    'did you mean "starts"',
  ],
  [
    "a misspelt habit key",
    { habits: [{ name: "x", atleast: 3, per: "week" }] },
    "key.unknown",
    "habits[0].atleast",
    'did you mean "atLeast"',
  ],
  [
    "a misspelt need key",
    { tasks: [{ name: "x", minutes: 1, due: "2026-01-30", untill: 1 }] },
    "key.unknown",
    "tasks[0].untill",
    "known here are name, owner, minutes, due, after",
  ],
  [
    "a misspelt check key",
    { checks: { minAtainment: "90%" } },
    "key.unknown",
    "checks.minAtainment",
    'did you mean "minAttainment"',
  ],
  [
    "a key inside of a rate",
    { "funnel.0.rate": { won: 4, off: 9 } },
    "rate.invalid",
    "funnel[0].rate",
    'did you mean "of"',
  ],
  [
    "a key inside of a period",
    { "goal.period": { start: "2026-01-05", week: 6 } },
    "period.invalid",
    "goal.period",
    'did you mean "weeks"',
  ],
];

const MISSING: readonly BadPlan[] = [
  ["no goal", { goal: undefined }, "value.missing", "goal", "write goal: { metric: customers"],
  ["no funnel", { funnel: undefined }, "value.missing", "funnel", "write funnel: [{ stage:"],
  ["no metric", { "goal.metric": undefined }, "value.missing", "goal.metric", "write metric: customers"],
  ["no amount", { "goal.amount": undefined }, "value.missing", "goal.amount", "write amount: 10"],
  ["no period", { "goal.period": undefined }, "value.missing", "goal.period", "write period: 2026-01"],
  ["no rate", { "funnel.0.rate": undefined }, "value.missing", "funnel[0].rate", "write rate: 50%"],
  [
    "no stage name",
    { "funnel.0.stage": undefined },
    "value.missing",
    "funnel[0].stage",
    "write stage: demo request",
  ],
  ["an empty funnel", { funnel: [] }, "list.empty", "funnel", "write one, such as { stage:"],
  ["a funnel that is no list", { funnel: { stage: "demo" } }, "value.type", "funnel", "write a list: [ … ]"],
  [
    "a goal that is a text",
    { goal: "10 customers" },
    "value.type",
    "goal",
    "write an object with metric, amount",
  ],
  ["a stage that is a text", { funnel: ["demo"] }, "value.type", "funnel[0]", "keys such as stage, rate"],
  ["nothing for a part", { deal: null }, "value.type", "deal", "but got null"],
  ["teams as a list", { teams: ["sales"] }, "value.type", "teams", "names as keys"],
];

const RATES: readonly BadPlan[] = [
  ["25 for a rate", { "funnel.0.rate": 25 }, "rate.invalid", "funnel[0].rate", 'got 25: write "25%"'],
  ["25 as a text", { "funnel.0.rate": "25" }, "rate.invalid", "funnel[0].rate", 'write "25%"'],
  [
    "a rate in words",
    { "funnel.0.rate": "fifty" },
    "rate.invalid",
    "funnel[0].rate",
    'write a rate such as "40%"',
  ],
  ["a rate above 100%", { "funnel.0.rate": "120%" }, "rate.invalid", "funnel[0].rate", "cannot exceed 100%"],
  ["a rate below 0", { "funnel.0.rate": -0.1 }, "rate.invalid", "funnel[0].rate", "cannot be negative"],
  ["a rate with a space", { "funnel.0.rate": "40 %" }, "rate.invalid", "funnel[0].rate", 'write "40%"'],
  [
    "a rate with a decimal comma",
    { "funnel.0.rate": "2,5%" },
    "rate.invalid",
    "funnel[0].rate",
    'write "2.5%"',
  ],
  ["a rate that is true", { "funnel.0.rate": true }, "rate.invalid", "funnel[0].rate", "got true"],
  ["a rate of NaN", { "funnel.0.rate": NaN }, "rate.invalid", "funnel[0].rate", "got NaN"],
  [
    "a fraction above 1",
    { "funnel.0.rate": "5/2" },
    "rate.invalid",
    "funnel[0].rate",
    'such as "40%", 0.4 or "2/5"',
  ],
  [
    "more won than tried",
    { "funnel.0.rate": { won: 9, of: 4 } },
    "rate.invalid",
    "funnel[0].rate",
    "`won` cannot exceed `of`",
  ],
  [
    "won of nothing",
    { "funnel.0.rate": { won: 0, of: 0 } },
    "rate.invalid",
    "funnel[0].rate",
    "`of` must be above 0",
  ],
  ["won alone", { "funnel.0.rate": { won: 3 } }, "rate.invalid", "funnel[0].rate", "of is missing"],
  [
    "a rate outside its range",
    { "funnel.0.rate": { rate: "50%", low: "55%", high: "60%" } },
    "rate.invalid",
    "funnel[0].rate",
    "low ≤ rate ≤ high",
  ],
  [
    "a learned rate with a sample that is none",
    { "funnel.0.rate": { rate: "50%", low: "45%", high: "60%", won: "x", of: 3 } },
    "rate.invalid",
    "funnel[0].rate",
    "write two counts",
  ],
  [
    "a change without a kind",
    { "funnel.0.rate": { now: "20%", change: "+4" } },
    "rate.invalid",
    "funnel[0].rate",
    '"+20%" (of the rate now) or "+4 points"',
  ],
  [
    "a change beyond 100%",
    { "funnel.0.rate": { now: "60%", change: "+100%" } },
    "rate.invalid",
    "funnel[0].rate",
    "leads outside 0 to 100%",
  ],
  [
    "two forms of a rate at once",
    { "funnel.0.rate": { now: "60%", change: "+1%", won: 3 } },
    "rate.invalid",
    "funnel[0].rate",
    "leave won out",
  ],
  ["a buffer of 10", { buffer: 10 }, "rate.invalid", "buffer", 'write "10%", or "1000%"'],
  [
    "the rate of a stage that is not there",
    { "funnel.1": { stage: "close", sameAs: "dmeo" } },
    "stage.unknown",
    "funnel[1].sameAs",
    'did you mean "demo"',
  ],
  [
    "the rate of itself",
    { "funnel.1": { stage: "close", sameAs: "close" } },
    "rate.itself",
    "funnel[1].sameAs",
    "write rate: 50% here instead",
  ],
  [
    "a rate beside sameAs",
    { "funnel.1.sameAs": "demo" },
    "rate.both",
    "funnel[1].sameAs",
    "keep one of them",
  ],
  [
    "the rate of a stage that has another one's",
    {
      "funnel.1": { stage: "close", sameAs: "demo" },
      "funnel.2": { stage: "sign", sameAs: "close" },
    },
    "rate.chain",
    "funnel[2].sameAs",
    "write sameAs: demo, whose rate that one has",
  ],
  [
    "two stages that each have the other's rate",
    { "funnel.0": { stage: "demo", sameAs: "close" }, "funnel.1": { stage: "close", sameAs: "demo" } },
    "rate.chain",
    "funnel[0].sameAs",
    "write rate: 50% at one of the two",
  ],
  [
    "the rate of a number",
    { "funnel.1": { stage: "close", sameAs: 1 } },
    "name.type",
    "funnel[1].sameAs",
    "got 1",
  ],
];

const NUMBERS: readonly BadPlan[] = [
  ["a negative amount", { "goal.amount": -10 }, "number.negative", "goal.amount", "without the minus sign"],
  ["negative money", { "deal.value": "-1000" }, "number.negative", "deal.value", "without the minus sign"],
  ["grouped digits", { "goal.amount": "10,000" }, "number.invalid", "goal.amount", "write 10000"],
  ["underscores", { "goal.amount": "10_000" }, "number.invalid", "goal.amount", "write 10000"],
  ["a currency sign", { "deal.value": "$1,000" }, "number.invalid", "deal.value", "write 1000"],
  ["thousands as k", { "deal.value": "1.5k" }, "number.invalid", "deal.value", "write it out: 1500"],
  ["NaN", { "goal.amount": NaN }, "number.invalid", "goal.amount", "got NaN: write a number such as 1000"],
  ["Infinity", { "goal.amount": Infinity }, "number.invalid", "goal.amount", "no number is that large"],
  [
    "1e400 from JSON",
    { "goal.amount": JSON.parse("1e400") as unknown },
    "number.invalid",
    "goal.amount",
    "no number is that large",
  ],
  ["percent for money", { "deal.value": "70%" }, "number.invalid", "deal.value", "write a number without %"],
  [
    "the mean of deals alone",
    { "deal.value": { mean: 1000 } },
    "value.spread",
    "deal.value",
    "write mean and sd together",
  ],
  [
    "a misspelt standard deviation",
    { "deal.value": { mean: 1000, std: 400 } },
    "value.spread",
    "deal.value",
    "write mean and sd together",
  ],
  [
    "more than mean and sd",
    { "deal.value": { mean: 1000, sd: 400, median: 900 } },
    "value.spread",
    "deal.value",
    "nothing else beside them",
  ],
  [
    "a negative standard deviation",
    { "deal.value": { mean: 1000, sd: -400 } },
    "number.negative",
    "deal.value.sd",
    "without the minus sign",
  ],
  [
    "a mean in words",
    { "deal.value": { mean: "1k", sd: 400 } },
    "number.invalid",
    "deal.value.mean",
    "write it out: 1000",
  ],
  [
    "deals worth nothing that differ",
    { "deal.value": { mean: 0, sd: 400 } },
    "value.spread",
    "deal.value.mean",
    "write the mean of won deals, or sd: 0",
  ],
  ["a list without deals", { "deal.value": [] }, "list.empty", "deal.value", "such as [800, 1200]"],
  ["a negative deal", { "deal.value": [800, -1200] }, "number.negative", "deal.value[1]", "minus sign"],
  [
    "a deal that is no number",
    { "deal.value": [800, null] },
    "number.invalid",
    "deal.value[1]",
    "such as 1000",
  ],
  ["a list for a number", { "goal.amount": [10] }, "number.invalid", "goal.amount", "got a list of 1"],
  ["a bigint", { "goal.amount": 10n }, "data.type", "goal.amount", "digits in quotes"],
  [
    "half a person",
    { "teams.sales": { headcount: 2.5 } },
    "number.whole",
    "teams.sales.headcount",
    "write 3",
  ],
  [
    "zero people",
    { "teams.sales": { headcount: 0 } },
    "number.whole",
    "teams.sales.headcount",
    "a whole number from 1",
  ],
];

const DATES: readonly BadPlan[] = [
  // The day itself is named: "there is no such day in the calendar" left the reader to look for it.
  ["2026-02-30", { workFrom: "2026-02-30" }, "date.invalid", "workFrom", "there is no 30 February 2026"],
  ["a month 13", { workFrom: "2026-13-01" }, "date.invalid", "workFrom", "there is no month 13"],
  ["the year 0206", { workFrom: "0206-01-05" }, "date.invalid", "workFrom", "write a year from 1900 to 9999"],
  // Inside of a range the whole period was quoted, "an object with start, end", and its path was the period's.
  [
    "a period's start that is no day",
    { "goal.period": { start: "2026-02-30", end: "2026-03-31" } },
    "date.invalid",
    "goal.period.start",
    'expected a date, but got "2026-02-30": there is no 30 February 2026',
  ],
  [
    "a period's end that is no day",
    { "goal.period": { start: "2026-02-01", end: "2026-04-31" } },
    "date.invalid",
    "goal.period.end",
    'got "2026-04-31": there is no 31 April 2026',
  ],
  [
    "weeks from no day",
    { "goal.period": { start: "2026-02-29", weeks: 6 } },
    "date.invalid",
    "goal.period.start",
    "there is no 29 February 2026",
  ],
  [
    "a range in a text with a day that is none",
    { "goal.period": "2026-02-01/2026-02-29" },
    "date.invalid",
    "goal.period",
    'got "2026-02-29": there is no 29 February 2026',
  ],
  [
    "a holiday's end that is no day",
    { "calendar.holidays": [{ start: "2026-01-01", end: "2026-01-32" }] },
    "date.invalid",
    "calendar.holidays[0].end",
    "there is no 32 January 2026",
  ],
  [
    "a date with a time",
    { workFrom: "2026-01-05T00:00:00Z" },
    "date.invalid",
    "workFrom",
    "write 2026-01-05",
  ],
  ["a date the other way round", { workFrom: "05.01.2026" }, "date.invalid", "workFrom", "year-month-day"],
  ["a Date object", { workFrom: new Date(0) }, "date.object", "workFrom", "quote it"],
  [
    "an end before its start",
    { "goal.period": "2026-02-01/2026-01-01" },
    "period.invalid",
    "goal.period",
    "swap them",
  ],
  [
    "a range without an end",
    { "goal.period": { start: "2026-01-01" } },
    "period.invalid",
    "goal.period",
    "write one such as 2026-01",
  ],
  ["a month 13", { "goal.period": "2026-13" }, "period.invalid", "goal.period", "write one such as 2026-01"],
  [
    "a day as period",
    { "goal.period": "2026-01-05" },
    "period.invalid",
    "goal.period",
    '"2026-01-05/2026-01-05"',
  ],
  [
    "no working days",
    { "goal.period": { workingDays: 0 } },
    "period.invalid",
    "goal.period",
    "whole numbers from 1",
  ],
  [
    "a period of a thousand years",
    { "goal.period": "1900-01-01/2900-01-01" },
    "period.invalid",
    "goal.period",
    "at most a hundred years",
  ],
  [
    "a holiday that is none",
    { calendar: { holidays: ["christmas"] } },
    "date.invalid",
    "calendar.holidays[0]",
    "year-month-day",
  ],
  [
    "a weekday in full",
    { calendar: { workdays: ["monday"] } },
    "value.choice",
    "calendar.workdays[0]",
    "write one of mon, tue",
  ],
  ["no weekday at all", { calendar: { workdays: [] } }, "list.empty", "calendar.workdays", "write [mon, tue"],
  ["a lag in months", { "funnel.0.lag": "2 months" }, "lag.invalid", "funnel[0].lag", "days or weeks"],
  ["a lag in short", { "funnel.0.lag": "5d" }, "lag.invalid", "funnel[0].lag", '"5 days"'],
  [
    "a median above p90",
    { "funnel.0.lag": { median: 40, p90: 14 } },
    "lag.invalid",
    "funnel[0].lag",
    "the median not above p90",
  ],
  [
    "lag shares of 90%",
    { "funnel.0.lag": [{ days: 0, share: "90%" }] },
    "lag.invalid",
    "funnel[0].lag",
    "shares that make 100%",
  ],
  [
    "lags beside working days",
    { "goal.period": { workingDays: 20 }, "funnel.0.lag": 7 },
    "period.undated",
    "funnel[0].lag",
    "a period with dates",
  ],
  [
    "workFrom beside working days",
    { "goal.period": { workingDays: 20 }, workFrom: "2026-01-05" },
    "period.undated",
    "workFrom",
    "a period with dates",
  ],
];

const NAMES: readonly BadPlan[] = [
  ["a stage called won", { "funnel.0.stage": "won" }, "name.reserved", "funnel[0].stage", "choose another"],
  [
    "a stage called __proto__",
    { "funnel.0.stage": "__proto__" },
    "name.reserved",
    "funnel[0].stage",
    "reserved",
  ],
  [
    "a stage called constructor",
    { "funnel.0.stage": "constructor" },
    "name.reserved",
    "funnel[0].stage",
    "reserved",
  ],
  [
    "a team called constructor",
    { "teams.constructor": { headcount: 2 } },
    "name.reserved",
    "teams.constructor",
    "reserved",
  ],
  ["a number as stage name", { "funnel.0.stage": 2024 }, "name.type", "funnel[0].stage", 'quote it: "2024"'],
  ["a truth as stage name", { "funnel.0.stage": true }, "name.type", "funnel[0].stage", 'quote it: "true"'],
  [
    "a blank stage name",
    { "funnel.0.stage": "  " },
    "name.empty",
    "funnel[0].stage",
    "at least one character",
  ],
  ["a stage twice", { "funnel.1.stage": "demo" }, "name.duplicate", "funnel[1].stage", "taken already"],
  [
    "an unknown metric",
    { "goal.metric": "custmers" },
    "value.choice",
    "goal.metric",
    'did you mean "customers"',
  ],
  [
    "a metric far from any",
    { "goal.metric": "happiness" },
    "value.choice",
    "goal.metric",
    "write one of customers, net-new-customers",
  ],
  ["an unknown currency", { currency: "usd" }, "currency.unknown", "currency", "write USD"],
  ["an unknown rounding", { rounding: "up" }, "value.choice", "rounding", "write one of least, cascade"],
  [
    "a markup name is data, its reserved neighbour is not",
    { "funnel.0.stage": "toString" },
    "name.reserved",
    "funnel[0].stage",
    "reserved",
  ],
];

const FUNNEL: readonly BadPlan[] = [
  [
    "shares that do not add up",
    sources({ ...CHANNEL, share: "40%" }, { ...OTHER, share: "50%" }),
    "share.sum",
    "funnel[0].sources",
    "add 10%",
  ],
  [
    "shares of more than all",
    sources({ ...CHANNEL, share: "60%" }, { ...OTHER, share: "50%" }),
    "share.sum",
    "funnel[0].sources",
    "take 10% off",
  ],
  [
    "two kinds of share",
    sources({ ...CHANNEL, share: "40%", units: 4 }, { ...OTHER, rest: true }),
    "share.kind",
    "funnel[0].sources[0]",
    "keep one of them",
  ],
  [
    "no kind of share",
    sources({ ...CHANNEL }, { ...OTHER, rest: true }),
    "share.kind",
    "funnel[0].sources[0]",
    "write share: 40%",
  ],
  ["units only", sources({ ...CHANNEL, units: 4 }), "share.missing", "funnel[0].sources", "rest: true"],
  [
    "two rests",
    sources({ ...CHANNEL, rest: true }, { ...OTHER, rest: true }),
    "share.rest",
    "funnel[0].sources[1].rest",
    "give the others a share or units",
  ],
  [
    "rest: false",
    sources({ ...CHANNEL, rest: false }),
    "share.rest",
    "funnel[0].sources[0].rest",
    "write rest: true, or leave it out",
  ],
  [
    "sources in the middle",
    { "funnel.1.sources": [{ ...CHANNEL, rest: true }] },
    "sources.place",
    "funnel[1].sources",
    "first stage",
  ],
  [
    "a channel twice",
    sources({ ...CHANNEL, share: "40%" }, { ...OTHER, channel: "a", rest: true }),
    "name.duplicate",
    "funnel[0].sources[1].channel",
    "taken already",
  ],
  [
    "an empty channel",
    sources({ channel: "a", rest: true, funnel: [] }),
    "list.empty",
    "funnel[0].sources[0].funnel",
    "write one",
  ],
  [
    "an activity twice",
    { "funnel.0.activities": [{ name: "call" }, { name: "call" }] },
    "name.duplicate",
    "funnel[0].activities[1].name",
    "taken already",
  ],
];

const METRIC_NEEDS: readonly BadPlan[] = [
  [
    "revenue without a value",
    { "goal.metric": "revenue" },
    "metric.needs",
    "deal.value",
    "write value: 1000",
  ],
  [
    "profit without a margin",
    { "goal.metric": "gross-profit", "deal.value": 9 },
    "metric.needs",
    "deal.margin",
    "write margin: 70%",
  ],
  [
    "commission without its rate",
    { "goal.metric": "commission", "deal.value": 9 },
    "metric.needs",
    "deal.commission",
    "write commission: 10%",
  ],
  [
    "ending MRR without a base",
    { "goal.metric": "ending-mrr", "deal.value": 9 },
    "metric.needs",
    "base.mrr",
    "write mrr: 240000",
  ],
  [
    "a churn rate without a base",
    { "goal.metric": "net-new-mrr", "deal.value": 9, churn: { rate: "2%", per: "month" } },
    "metric.needs",
    "base.mrr",
    "which churn.rate needs",
  ],
  [
    "lifetime value without a lifetime",
    { "goal.metric": "lifetime-value", "deal.value": 9, "deal.margin": "70%" },
    "metric.needs",
    "deal.lifetimeMonths",
    "write lifetimeMonths: 36",
  ],
  [
    "recurring revenue without a contract",
    { "goal.metric": "revenue", "deal.value": 9, "deal.per": "month" },
    "metric.needs",
    "deal.contractMonths",
    "write contractMonths: 12",
  ],
  [
    "a deal price under MRR",
    { "goal.metric": "new-mrr", "deal.value": 9, "deal.per": "deal" },
    "deal.per",
    "deal.per",
    "write per: month or per: year",
  ],
  ["a unit under another metric", { "goal.unit": "CSAT points" }, "goal.unit", "goal.unit", "leave unit out"],
  ["two kinds of churn", { churn: { customers: 5, mrr: 900 } }, "churn.kind", "churn", "keep one of them"],
  ["no kind of churn", { churn: { valueEach: 900 } }, "churn.kind", "churn", "write customers: 5"],
  ["a churn rate without a span", { churn: { rate: "2%" } }, "rate.per", "churn.per", "write per: month"],
  [
    "rates of two spans",
    { churn: { rate: "2%", per: "month" }, expansion: { rate: "1%", per: "year" } },
    "rate.per",
    "expansion.per",
    "write per: month, as churn does",
  ],
  [
    "repeat business worth nothing known",
    { repeat: { rate: "10%", per: "period" } },
    "repeat.value",
    "repeat.value",
    "write value: 400",
  ],
];

const PEOPLE: readonly BadPlan[] = [
  [
    "an owner that is no team",
    { "teams.sales": { headcount: 2 }, "funnel.0.owner": "slaes" },
    "owner.unknown",
    "funnel[0].owner",
    'did you mean "sales"',
  ],
  [
    "a person twice",
    people({ name: "Ana" }, { name: "Ana" }),
    "name.duplicate",
    "teams.sales.people[1].name",
    "taken already",
  ],
  ["a team of nobody", people(), "list.empty", "teams.sales.people", "write people: [{ name: Ana }]"],
  ["a team of unknown size", { "teams.sales": {} }, "team.headcount", "teams.sales", "write headcount: 3"],
  [
    "size and people",
    { "teams.sales": { headcount: 2, people: [{ name: "Ana" }] } },
    "team.headcount",
    "teams.sales",
    "keep one of them",
  ],
  [
    "leaving before starting",
    people({ name: "Ana", starts: "2026-01-20", leaves: "2026-01-10" }),
    "person.leaves",
    "teams.sales.people[0].leaves",
    "swap starts and leaves",
  ],
  [
    "a ramp over 100%",
    people({ name: "Ana", ramp: { months: ["120%"] } }),
    "rate.invalid",
    "teams.sales.people[0].ramp.months[0]",
    "cannot exceed 100%",
  ],
  [
    "time off after the period",
    people({ name: "Ana", absences: ["2027-01-04"] }),
    "person.absences",
    "teams.sales.people[0].absences[0]",
    "days up to 2026-01-31",
  ],
  [
    "a limit of an unknown activity",
    { "teams.sales": { headcount: 2, maxPerDay: { cals: 60 } } },
    "activity.unknown",
    "teams.sales.maxPerDay.cals",
    "write one of demo, close",
  ],
  [
    "open work at an unknown stage",
    { pipeline: { dmeo: 4 } },
    "stage.unknown",
    "pipeline.dmeo",
    'did you mean "demo"',
  ],
  [
    "an open item that is a text",
    { pipeline: { demo: ["x"] } },
    "value.type",
    "pipeline.demo[0]",
    "entered, value, expected",
  ],
  [
    "a habit of two kinds",
    { habits: [{ name: "x", atLeast: 3, atMost: 5, per: "day" }] },
    "habit.kind",
    "habits[0]",
    "keep one of them",
  ],
  [
    "a habit without a span",
    { habits: [{ name: "x", atLeast: 3 }] },
    "habit.per",
    "habits[0].per",
    "write per: day",
  ],
  [
    "a habit's share without a limit",
    { habits: [{ name: "x", share: "90%" }] },
    "habit.within",
    "habits[0].within",
    "15 minutes",
  ],
  [
    "habit counts out of order",
    {
      habits: [
        {
          name: "x",
          per: "day",
          atLeast: [
            { from: "2026-01-20", count: 1 },
            { from: "2026-01-05", count: 2 },
          ],
        },
      ],
    },
    "habit.dates",
    "habits[0].atLeast[1].from",
    "order of their dates",
  ],
  [
    "needs that wait in a circle",
    {
      tasks: [
        { name: "a", minutes: 1, due: "2026-01-30", after: "b" },
        { name: "b", minutes: 1, due: "2026-01-30", after: "a" },
      ],
    },
    "task.circle",
    "tasks[0].after",
    "a → b → a",
  ],
  [
    "a need that waits for nothing known",
    { tasks: [{ name: "a", minutes: 1, due: "2026-01-30", after: "c" }] },
    "task.unknown",
    "tasks[0].after",
    "another task",
  ],
];

const GROUPS = { TYPOS, MISSING, RATES, NUMBERS, DATES, NAMES, FUNNEL, METRIC_NEEDS, PEOPLE };

describe.each(Object.entries(GROUPS))(
  "a malformed plan gets its code, its path and what to write: %s",
  (_, rows) => {
    it.each(rows)("%s", (_title, patch, code, path, says) => {
      const result = safeParsePlan(planWith(patch));
      if (result.success) throw new Error("expected issues; got a plan");
      const found = result.error.issues.map((issue) => [issue.code, pathText(issue.path)].join(" at "));
      expect(found).toEqual([[code, path].join(" at ")].concat(ALSO[_title] ?? []));
      expect(result.error.issues[0]?.message).toContain(says);
      for (const { message } of result.error.issues) expect(message.length).toBeLessThan(500);
    });
  },
);

/** Where one mistake is two issues, the second one. */
const ALSO: Readonly<Record<string, string[]>> = {
  "needs that wait in a circle": ["task.circle at tasks[1].after"],
  "two stages that each have the other's rate": ["rate.chain at funnel[1].sameAs"],
};

it("the base of these plans is valid, and the rows are many", () => {
  expect(parsePlan(planWith({}))).toEqual(planWith({}));
  expect(Object.values(GROUPS).flat().length).toBeGreaterThanOrEqual(90);
});
