import type { GoalPlan } from "../plan/plan.js";
import { goalAt } from "../model/chosen-goal.js";
import { PlanError } from "../schema/plan-error.js";
import { issueAt, type Issue, type Problem } from "../schema/issue.js";
import type { Member } from "./member.js";
import type { Format } from "../format/format.js";
import type { RollUp } from "../words/roll-ups.js";
import { addUp } from "./roll-up.js";

/**
 * The goals of the other plans against that of the company; they must count in the same metric and unit.
 *
 * @throws PlanError for a plan that counts in the same metric and another unit
 */
export function buildPlanRollUp(company: string, members: readonly Member[], format: Format): RollUp | null {
  const top = members.find(({ name }) => name === company);
  if (top === undefined) return null;
  const parts = members.flatMap((member, index) => (member === top ? [] : [{ member, index }]));
  const same = parts.filter(
    ({ member }) => member.compiled.plan.goal.metric === top.compiled.plan.goal.metric,
  );
  const issues = same.flatMap(({ member, index }) => otherUnit(top, member, index));
  if (issues.length > 0) throw new PlanError(issues);
  const goalOf = ({ name, compiled: { bridge } }: Member) => ({ name, amount: bridge.goal, parts: [] });
  return addUp({ ...goalOf(top), parts: same.map(({ member }) => goalOf(member)) }, format);
}

/** Amounts of different currencies or units cannot be added up. */
function otherUnit(top: Member, { compiled }: Member, index: number): Issue[] {
  const unitOf = ({ currency, goal }: GoalPlan) => (goal.metric === "units" ? goal.unit : currency);
  const [mine, others] = [unitOf(compiled.plan), unitOf(top.compiled.plan)];
  if (mine === undefined || others === undefined || mine === others) return [];
  const path = [
    "plans",
    index,
    ...(compiled.plan.goal.metric === "units" ? goalAt(compiled, "unit") : ["currency"]),
  ];
  const problem: Problem = {
    code: "align.unit",
    expected: `what "${top.name}" counts in, ${others}`,
    advice: `write ${others}, or leave the plan out`,
  };
  return [issueAt(path, mine, problem)];
}
