/** What the slider goes from and to, in whole per cent. */
export const LEAST_CHANCE = 50;
export const MOST_CHANCE = 99;

/** The chance that a plan asks for ("80%", 0.8, "4/5"), as the slider holds it; null where it cannot. */
export function chancePercent(value: unknown): number | null {
  const percent = inHundredths(value);
  return Number.isInteger(percent) && percent >= LEAST_CHANCE && percent <= MOST_CHANCE ? percent : null;
}

/** The nearest place of the slider to a chance from 0 to 1. */
export function nearestPlace(chance: number): number {
  return Math.min(MOST_CHANCE, Math.max(LEAST_CHANCE, Math.round(chance * 100)));
}

/** A rate ("80%", 0.8, "4/5") in per cent; NaN for what is none. */
export function inHundredths(value: unknown): number {
  if (typeof value === "number") return tidied(value * 100);
  if (typeof value !== "string") return NaN;
  const [, whole, den] = /^(\d+(?:\.\d+)?)(?:\/(\d+))?$/.exec(value.replace("%", "")) ?? [];
  if (whole === undefined) return NaN;
  return tidied(value.endsWith("%") ? Number(whole) : (Number(whole) * 100) / Number(den ?? 1));
}

/** 0.57 × 100 is 56.99999999999999 for a double. */
function tidied(percent: number): number {
  return Math.round(percent * 1e6) / 1e6;
}
