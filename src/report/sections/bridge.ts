import type { Targets } from "../../solve/answer.js";
import { countCell, exactCell } from "../figures.js";
import { left, right, table, type Section } from "../report.js";

/** From the goal's amount to the whole number of wins. */
export function bridgeSection({ bridge, wins, goal }: Targets): Section {
  const title = "From the goal to the wins";
  if (bridge.length === 0) return { title, blocks: [] };
  const rows = bridge.map(({ item, amount, wins: each }) => [item, exactCell(amount), exactCell(each)]);
  const unit = goal.unit === null ? "Amount" : `Amount (${goal.unit})`;
  const last = ["wins to go for", "", countCell(wins)];
  return { title, blocks: [table([left("Step"), right(unit), right("Wins")], [...rows, last])] };
}
