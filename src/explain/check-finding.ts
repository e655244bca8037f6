import { must } from "../number/invariant.js";
import type { Path } from "../schema/issue.js";
import type { CheckCase, CheckResult } from "../track/check.js";
import type { AgreedData, YardstickData } from "../words/agreed.js";
import type { CheckFinding } from "../words/checks.js";
import type { ExplanationData } from "../words/explanations/say-explanation.js";
import { NOT_A_NUMBER, type Guide } from "./guide.js";

type CheckExplainer = (answer: CheckResult, path: Path) => ExplanationData;

type CheckGuide<Part> = Guide<CheckExplainer, Part>;

/** The finding that a number is of. */
function findingOf({ cases, failures }: CheckResult, path: Path): CheckFinding {
  const list = path[0] === "failures" ? failures : cases;
  return must(list[Number(path[1])], "a case of a check").finding;
}

/** A number of a finding is in its sentence. */
const explainFinding: CheckExplainer = (answer, path) => ({
  code: "check-finding",
  figures: { finding: findingOf(answer, path) },
});

const explainAttainment: CheckExplainer = (answer, path) => {
  const finding = findingOf(answer, path);
  if (finding.check !== "attainment") throw new TypeError("only a goal has an attainment");
  const { metric, end, goal, short } = finding;
  const attainment = must(short?.attainment ?? undefined, "the attainment of a goal that is missed");
  return {
    code: "check-attainment",
    figures: { metric, end, goal, attainment, month: short?.month ?? null },
  };
};

/** How sure the goal is: all of it before work has begun, afterwards the rest. */
const explainChance: CheckExplainer = (answer, path) => {
  const finding = findingOf(answer, path);
  const told = finding.check === "chance" || finding.check === "attainment" ? finding : undefined;
  const { chance, underWay } =
    told?.check === "chance"
      ? told
      : { chance: told?.short?.chance ?? null, underWay: told?.check === "attainment" && !told.over };
  const known = must(chance ?? undefined, "a chance that is told");
  return underWay
    ? { code: "chance-still", figures: { given: "as planned", chance: known } }
    : { code: "chance-reached", figures: { chance: known } };
};

const YARDSTICK: CheckGuide<YardstickData> = {
  goal: explainFinding,
  planned: explainFinding,
  gap: explainFinding,
};

const AGREED_GOAL: CheckGuide<Omit<AgreedData, "others">> = {
  metric: NOT_A_NUMBER,
  of: NOT_A_NUMBER,
  agreedOn: NOT_A_NUMBER,
  now: explainFinding,
  agreed: YARDSTICK,
  plan: YARDSTICK,
};

const AGREED: CheckGuide<AgreedData> = {
  ...AGREED_GOAL,
  others: { "*": { ...AGREED_GOAL, others: NOT_A_NUMBER } },
};

const FINDING: CheckGuide<CheckFinding> = {
  check: NOT_A_NUMBER,
  issue: NOT_A_NUMBER,
  reason: NOT_A_NUMBER,
  fixes: NOT_A_NUMBER,
  most: explainFinding,
  over: {
    team: NOT_A_NUMBER,
    name: NOT_A_NUMBER,
    week: NOT_A_NUMBER,
    demand: explainFinding,
    capacity: explainFinding,
    otherWeeks: explainFinding,
  },
  differences: {
    "*": {
      figure: NOT_A_NUMBER,
      stage: NOT_A_NUMBER,
      activity: NOT_A_NUMBER,
      was: explainFinding,
      is: explainFinding,
    },
  },
  agreedOn: NOT_A_NUMBER,
  against: AGREED,
  key: NOT_A_NUMBER,
  asOf: NOT_A_NUMBER,
  age: explainFinding,
  stale: NOT_A_NUMBER,
  metric: NOT_A_NUMBER,
  end: explainFinding,
  goal: explainFinding,
  status: NOT_A_NUMBER,
  short: {
    attainment: explainAttainment,
    month: NOT_A_NUMBER,
    least: explainFinding,
    verdict: NOT_A_NUMBER,
    needed: NOT_A_NUMBER,
    possible: NOT_A_NUMBER,
    chance: explainChance,
  },
  least: explainFinding,
  chance: explainChance,
  underWay: NOT_A_NUMBER,
  per: NOT_A_NUMBER,
  held: explainFinding,
  of: explainFinding,
  level: explainFinding,
  stages: NOT_A_NUMBER,
  timing: NOT_A_NUMBER,
  range: NOT_A_NUMBER,
  late: {
    what: NOT_A_NUMBER,
    planned: explainFinding,
    actual: explainFinding,
    needPerDay: explainFinding,
    outlook: NOT_A_NUMBER,
  },
  item: NOT_A_NUMBER,
  owner: NOT_A_NUMBER,
  atMost: explainFinding,
  byNow: explainFinding,
  actual: explainFinding,
  broken: NOT_A_NUMBER,
};

const CASE: CheckGuide<CheckCase> = {
  name: NOT_A_NUMBER,
  status: NOT_A_NUMBER,
  code: NOT_A_NUMBER,
  path: NOT_A_NUMBER,
  text: NOT_A_NUMBER,
  finding: FINDING,
  line: explainFinding,
  column: explainFinding,
};

/** The numbers of what a check found. */
export const CHECK: CheckGuide<CheckResult> = {
  ok: NOT_A_NUMBER,
  valid: NOT_A_NUMBER,
  cases: { "*": CASE },
  failures: { "*": CASE },
};
