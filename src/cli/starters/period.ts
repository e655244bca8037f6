/** The quarter after the one that a day (YYYY-MM-DD) lies in: a plan starts with time to spare. */
export function nextQuarter(today: string): string {
  const { year, month } = partsOf(today);
  const quarter = Math.ceil(month / 3);
  return quarter === 4 ? `${year + 1}-Q1` : `${year}-Q${quarter + 1}`;
}

/** The month after the one that a day lies in. */
export function nextMonth(today: string): string {
  const { year, month } = partsOf(today);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}

function partsOf(today: string): { readonly year: number; readonly month: number } {
  return { year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) };
}
