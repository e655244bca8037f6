import type { Format } from "../../format/format.js";
import { at } from "../../number/invariant.js";
import type { GoalPlan } from "../../plan/plan.js";
import type { Targets } from "../../solve/answer.js";
import { isMoney } from "../../words/goal.js";
import { countCell, partCells } from "../figures.js";
import { left, right, table, type Section } from "../report.js";

/** From the goal's amount to the whole number of wins; the steps add up as they are shown. */
export function bridgeSection(plan: GoalPlan, { bridge, wins, goal }: Targets, format: Format): Section {
  const title = "From the goal to the wins";
  if (bridge.length === 0 || plan.goal.amount === undefined) return { title, blocks: [] };
  const kind = isMoney(plan) ? "amount" : "number";
  const amounts = partCells(
    format,
    bridge.map(({ amount }) => amount),
    kind,
  );
  const each = partCells(
    format,
    bridge.map((step) => step.wins),
  );
  const rows = bridge.map(({ item }, index) => [item, at(amounts, index), at(each, index)]);
  const unit = goal.unit === null ? "Amount" : `Amount (${goal.unit})`;
  const last = ["wins to go for", "", countCell(format, wins)];
  return { title, blocks: [table([left("Step"), right(unit), right("Wins")], [...rows, last])] };
}
