import { formatDay } from "../../calendar/day.js";
import { encodeExact } from "../../number/exact-string.js";
import { equal, multiply, ONE, ratio, sum, type Ratio } from "../../number/ratio.js";
import { issueAt, type Issue, type Path, type Problem } from "../../schema/issue.js";
import { planPeriod } from "../plan-period.js";
import type { GoalPlan } from "../plan.js";
import { readParts } from "../profile.js";

const PATH: Path = ["goal", "profile"];
/** The days of ten years: a longer profile is a plan of several periods. */
const LONGEST_DAYS = 3660;

/** The parts of a profile are dates, follow each other through the period, and make 100%. */
export function profileRules(plan: GoalPlan): Issue[] {
  const { profile } = plan.goal;
  if (profile === undefined) return [];
  const period = planPeriod(plan);
  if (period.kind === "undated")
    return [
      issueAt(PATH, profile, {
        code: "period.undated",
        expected: "no dates beside a period of working days",
        advice: "leave it out, or give the goal a period with dates such as 2026-01",
      }),
    ];
  if (period.last - period.first >= LONGEST_DAYS)
    return [
      issueAt(PATH, profile, {
        code: "period.too-long",
        expected: "a period of at most ten years beside a profile",
        advice: "make a plan for each year",
      }),
    ];
  const parts = readParts(plan);
  const strange = parts.find(({ range }) => range === undefined);
  if (strange !== undefined) return [issueAt([...PATH, strange.name], strange.name, NO_PART)];
  const ranges = parts.flatMap(({ range }) => range ?? []);
  let next = period.first;
  for (const { first, last } of ranges) {
    if (first !== next) return [uncovered(profile, next, period.last)];
    next = last + 1;
  }
  if (next !== period.last + 1) return [uncovered(profile, next, period.last)];
  return wholeRule(sum(parts.map(({ share }) => share)));
}

const NO_PART: Problem = {
  code: "profile.part",
  expected: "a part of the period",
  advice: 'write one such as 2026-Q1, 2026-01 or "2026-01-05/2026-02-13"',
};

function uncovered(profile: unknown, next: number, last: number): Issue {
  const end = next > last ? `ends on ${formatDay(last)}` : `goes on with ${formatDay(next)}`;
  return issueAt(PATH, profile, {
    code: "profile.cover",
    expected: "parts that follow each other through the whole period",
    advice: `the period ${end}, begin a part there or end one, so that each day is in exactly one`,
  });
}

function wholeRule(total: Ratio): Issue[] {
  if (equal(total, ONE)) return [];
  const percent = encodeExact(multiply(total, ratio(100)));
  return [
    issueAt(PATH, `shares of ${percent.includes("/") ? encodeExact(total) : `${percent}%`}`, {
      code: "profile.sum",
      expected: "shares that make 100%",
      advice: "change one of them, so that all of the target is shared out",
    }),
  ];
}
