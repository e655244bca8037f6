import type { Format } from "../../format/format.js";
import type { Unsaid } from "../picture-number.js";
import type { CalendarPicture, CalendarStage } from "./picture.js";

/** The calendar in sentences: for each stage its total, its day, and each month. */
export function calendarWords({ stages }: Unsaid<CalendarPicture>, format: Format): string {
  return stages.map((stage) => stageWords(stage, format)).join(" ");
}

function stageWords(stage: CalendarStage, format: Format): string {
  const { owner, total, perDay, startBy, months, monthsLeftOut } = stage;
  const each = months.map(({ month, days }) => {
    const sum = days.flatMap(({ count }) => count ?? []).reduce((all, { value }) => all + BigInt(value), 0n);
    return `${format.number(sum)} in ${format.month(month)}`;
  });
  const daily = perDay === null ? "" : `, ${format.number(perDay.value)} a day`;
  const last = startBy === null ? "" : `, start by ${format.date(startBy)}`;
  const rest = monthsLeftOut === 0 ? "" : ` and more in ${format.plural(monthsLeftOut, "month")} after that`;
  const who = owner === null ? "" : ` (${owner})`;
  return `${stage.stage}${who}: ${format.number(total.value)} in all${daily}${last}; ${each.join(", ")}${rest}.`;
}
