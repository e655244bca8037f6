import { valueIn, type PlanDocument } from "../state/plan-document.js";
import type { Choice, FieldSpec } from "./field.js";
import { looksAt, METRIC_WORDS, type Part } from "./metrics.js";

/** Fields that stand together. */
export interface FieldGroup {
  readonly name:
    "goal" | "more-goal" | "deal" | "more-deal" | "customers" | "more-customers" | "care" | "days";
  readonly fields: readonly FieldSpec[];
}

const PER: readonly Choice[] = [
  { value: "", label: "as usual for this goal" },
  { value: "month", label: "a month" },
  { value: "year", label: "a year" },
  { value: "deal", label: "a deal" },
];

const RATE_PER: readonly Choice[] = [
  { value: "", label: "not said" },
  { value: "month", label: "a month" },
  { value: "quarter", label: "a quarter" },
  { value: "year", label: "a year" },
  { value: "period", label: "the whole period" },
];

type Rule = FieldSpec & { readonly part?: Part };

const GOAL: readonly Rule[] = [
  {
    path: ["goal", "metric"],
    label: "What you want more of",
    kind: "text",
    choices: METRIC_WORDS.map(({ metric, label }) => ({ value: metric, label })),
  },
  { path: ["goal", "amount"], label: "How much", kind: "amount", slider: "Move the goal" },
  {
    path: ["goal", "unit"],
    label: "Counted in",
    kind: "text",
    part: "unit",
    placeholder: "points of satisfaction",
  },
];

const MORE_GOAL: readonly Rule[] = [
  {
    path: ["goal", "every"],
    label: "The goal is for",
    kind: "text",
    choices: [
      { value: "", label: "the whole period" },
      { value: "month", label: "each month of it" },
    ],
  },
  { path: ["goal", "why"], label: "Why you want it", kind: "text", placeholder: "in your own words" },
  { path: ["currency"], label: "Currency", kind: "text", part: "money", placeholder: "USD" },
];

const DEAL: readonly Rule[] = [
  {
    path: ["deal", "value"],
    label: "What one win is worth",
    kind: "amount",
    part: "value",
    slider: "Move the worth of a win",
  },
  { path: ["deal", "margin"], label: "Margin", kind: "rate", part: "margin", placeholder: "70%" },
  { path: ["deal", "commission"], label: "Commission", kind: "rate", part: "commission", placeholder: "10%" },
  { path: ["deal", "lifetimeMonths"], label: "Months a customer stays", kind: "amount", part: "lifetime" },
  { path: ["deal", "owner"], label: "Who wins them", kind: "text", list: "owners", placeholder: "sales" },
];

const MORE_DEAL: readonly Rule[] = [
  { path: ["deal", "per"], label: "Paid for", kind: "text", choices: PER, part: "per" },
  { path: ["deal", "contractMonths"], label: "Months under contract", kind: "amount", part: "contract" },
];

const CUSTOMERS: readonly Rule[] = [
  { path: ["churn", "customers"], label: "Customers that will leave", kind: "amount", part: "churn" },
  {
    path: ["churn", "owner"],
    label: "Who keeps them",
    kind: "text",
    list: "owners",
    part: "churn",
    placeholder: "success",
  },
  { path: ["repeat", "amount"], label: "Repeat business from them", kind: "amount", part: "repeat" },
];

const MORE_CUSTOMERS: readonly Rule[] = [
  { path: ["base", "customers"], label: "Customers on the first day", kind: "amount", part: "base" },
  { path: ["base", "mrr"], label: "MRR on the first day", kind: "amount", part: "mrr" },
  { path: ["churn", "mrr"], label: "MRR that will leave", kind: "amount", part: "mrr" },
  {
    path: ["churn", "rate"],
    label: "or the share that leaves",
    kind: "rate",
    part: "churn",
    placeholder: "1.5%",
  },
  { path: ["churn", "per"], label: "Leaving, counted for", kind: "text", choices: RATE_PER, part: "churn" },
  {
    path: ["churn", "newCustomers"],
    label: "Share of new ones lost again",
    kind: "rate",
    part: "churn",
    placeholder: "0%",
  },
  { path: ["expansion", "mrr"], label: "MRR that customers add", kind: "amount", part: "movement" },
  { path: ["expansion", "rate"], label: "or the share they add", kind: "rate", part: "movement" },
  {
    path: ["expansion", "per"],
    label: "Added, counted for",
    kind: "text",
    choices: RATE_PER,
    part: "movement",
  },
  { path: ["contraction", "mrr"], label: "MRR that customers cut", kind: "amount", part: "movement" },
  { path: ["contraction", "rate"], label: "or the share they cut", kind: "rate", part: "movement" },
  {
    path: ["contraction", "per"],
    label: "Cut, counted for",
    kind: "text",
    choices: RATE_PER,
    part: "movement",
  },
];

const CARE: readonly Rule[] = [
  { path: ["name"], label: "Name of the plan", kind: "text" },
  {
    path: ["buffer"],
    label: "Buffer on the wins",
    kind: "rate",
    placeholder: "0%",
    hint: "A margin for bad luck. No-shows are not one: they are a stage with a rate.",
  },
  {
    path: ["rounding"],
    label: "Whole numbers",
    kind: "text",
    choices: [
      { value: "", label: "the fewest that do (least)" },
      { value: "cascade", label: "each team’s whole number feeds the next (handover)" },
    ],
  },
];

const DAYS: readonly Rule[] = [
  {
    path: ["workFrom"],
    label: "First day of work",
    kind: "date",
    hint: "If empty, the first day of the period.",
  },
  {
    path: ["calendar", "holidays"],
    label: "Days off",
    kind: "days",
    placeholder: "2026-12-24, 2026-12-28/2026-12-31",
    hint: "Dates, or ranges with a slash.",
  },
];

/** Said of what an earlier goal asked for. */
const UNCOUNTED = "The goal above does not count who leaves.";

/** The groups of fields that the plan's goal asks for, and whatever else the plan has a value in. */
export function fieldGroups(document: PlanDocument): readonly FieldGroup[] {
  const metric = valueIn(document, ["goal", "metric"]);
  const shown = (rules: readonly Rule[]): readonly FieldSpec[] =>
    rules.flatMap((rule) => {
      const { part, path } = rule;
      if (part === undefined || looksAt(metric, part)) return [rule];
      if (valueIn(document, path) === undefined) return [];
      return [part === "churn" && path[1] !== "owner" ? { ...rule, hint: UNCOUNTED } : rule];
    });
  return [
    { name: "goal", fields: shown(GOAL) },
    { name: "more-goal", fields: shown(MORE_GOAL) },
    { name: "deal", fields: shown(DEAL) },
    { name: "more-deal", fields: shown(MORE_DEAL) },
    { name: "customers", fields: shown(CUSTOMERS) },
    { name: "more-customers", fields: shown(MORE_CUSTOMERS) },
    { name: "care", fields: CARE },
    { name: "days", fields: DAYS },
  ];
}
