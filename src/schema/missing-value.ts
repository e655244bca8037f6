import type { Path, Problem } from "./issue.js";

/** How each key that cannot be left out may be written. */
const EXAMPLES: Readonly<Record<string, string>> = {
  goal: "goal: { metric: customers, amount: 10, period: 2026-01 }",
  funnel: "funnel: [{ stage: demo request, rate: 50% }]",
  metric: "metric: customers, or another outcome such as revenue or net-new-mrr",
  amount: "amount: 10",
  period: "period: 2026-01",
  stage: "stage: demo request",
  channel: "channel: inbound",
  rate: "rate: 50%",
  name: "name: onboarding",
  value: "value: 150",
  minutes: "minutes: 60",
  by: "by: 2026-01-30",
  from: "from: 2026-01-05",
  count: "count: 25",
  months: "months: [25%, 50%, 75%]",
};

/** The problem of a place where something must stand and nothing does. */
export function missingProblem(path: Path): Problem {
  const key = path.at(-1);
  const example = typeof key === "string" && Object.hasOwn(EXAMPLES, key) ? EXAMPLES[key] : undefined;
  const advice = `write ${example ?? (typeof key === "string" ? `${key}: …` : "a value")}`;
  if (key === undefined)
    return { code: "value.missing", expected: "a plan", advice: "write a goal and a funnel" };
  const expected = typeof key === "number" ? "an item" : `the key ${JSON.stringify(key)}`;
  return { code: "value.missing", expected, advice };
}
