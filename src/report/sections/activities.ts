import type { Format } from "../../format/format.js";
import type { Targets } from "../../solve/answer.js";
import type { ActivityTarget } from "../../workload/activity-target.js";
import { amountCell, countCell, numberCell } from "../figures.js";
import { left, right, table, type Section } from "../report.js";

const COLUMNS = [
  left("Activity"),
  left("For each"),
  left("Owner"),
  right("Total"),
  right("A week"),
  right("A day"),
  right("Each a day"),
  right("Minutes a day"),
  right("Cost"),
  left("Why"),
];

/** The work behind the numbers; a stage that is its own activity and says no more than the path is left out. */
export function activitySection({ activities }: Targets, format: Format): Section {
  const title = "Work";
  const rows = activities
    .filter(saysMore)
    .map((activity) => [
      activity.activity,
      activity.activity === activity.stage ? "" : activity.stage,
      activity.owner ?? "",
      countCell(format, activity.total),
      countCell(format, activity.perWeek),
      countCell(format, activity.perDay),
      countCell(format, activity.perPersonPerDay),
      numberCell(format, activity.minutesPerDay),
      amountCell(format, activity.cost),
      activity.activity === activity.stage ? "" : (activity.why ?? ""),
    ]);
  return { title, blocks: rows.length === 0 ? [] : [table(COLUMNS, rows)] };
}

/** Whether an activity says more than its stage does in the path. */
export function saysMore({ activity, stage, minutesPerDay, cost, perPersonPerDay }: ActivityTarget): boolean {
  return activity !== stage || minutesPerDay !== null || cost !== null || perPersonPerDay !== null;
}
