import type { Format } from "../../format/format.js";
import type { GoalPlan } from "../../plan/plan.js";
import type { Targets } from "../../solve/answer.js";
import { isMoney } from "../../words/goal.js";
import { amountCell, numberCell, rateCell } from "../figures.js";
import { left, right, sentence, table, type Section } from "../report.js";

const COLUMNS = [
  left("Team"),
  left("Person"),
  right("Quota"),
  right("There for"),
  right("Relief"),
  right("After relief"),
  right("Over-assigned"),
];

/** Who answers for how much of the goal, with relief for who starts late or is away. */
export function quotaSection({ quotas }: Targets, format: Format, plan: GoalPlan): Section {
  const title = "Quotas";
  if (quotas === undefined) return { title, blocks: [] };
  const amount = isMoney(plan) ? amountCell : numberCell;
  const rows = quotas.each.map((row) => [
    row.team,
    row.person ?? "",
    amount(format, row.quota),
    row.relief === "0" ? "" : rateCell(format, row.presentShare),
    row.relief === "0" ? "" : amount(format, row.relief),
    amount(format, row.afterRelief),
    rateCell(format, row.overAssignment),
  ]);
  const { assigned, overAssignment } = quotas;
  const shown = isMoney(plan) ? format.money(assigned) : format.number(assigned);
  const of = overAssignment === null ? "" : `, ${format.rate(overAssignment)} of the goal`;
  return { title, blocks: [table(COLUMNS, rows), sentence(`Together they come to ${shown}${of}.`)] };
}
