/** Dates and ranges of dates that were typed, as a list: "2026-01-19, 2026-02-16/2026-02-18". */
export function readDaysText(typed: string): readonly string[] | undefined {
  const days = typed.split(/[\s,;]+/).filter((day) => day !== "");
  return days.length === 0 ? undefined : days;
}

/** A plan's list of days as text; null where a range is written as { start, end }. */
export function daysText(value: unknown): string | null {
  if (value === undefined) return "";
  const days: readonly unknown[] = Array.isArray(value) ? value : [value];
  return days.every((day) => typeof day === "string") ? days.join(", ") : null;
}
