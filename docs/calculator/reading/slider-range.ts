import { membersOf } from "../state/plan-document.js";
import { inHundredths } from "./chance-percent.js";

/** From where to where a slider goes, by which steps, and where it stands. */
export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
}

/** Shares below this many per cent are moved in tenths of one. */
const SMALL = 10;

/** A slider for a rate that a plan writes ("25%", 0.25, "1/4", 48 of 120), in per cent; null for what is none. */
export function rateSlider(written: unknown): SliderRange | null {
  const { won, of } = membersOf(written);
  const isCounted = typeof won === "number" && typeof of === "number";
  const percent = inHundredths(isCounted ? `${won}/${of}` : written);
  if (Number.isNaN(percent) || percent < 0 || percent > 100) return null;
  if (percent >= SMALL) return { min: 1, max: 100, step: 1, value: Math.round(percent) };
  return { min: 0.1, max: 2 * SMALL, step: 0.1, value: Math.round(percent * 10) / 10 };
}

/** A slider for an amount, from nothing to about twice as much; null for what is no amount above 0. */
export function amountSlider(written: unknown): SliderRange | null {
  const value = typeof written === "number" ? written : NaN;
  if (!(value > 0) || value > 1e12) return null;
  const max = roundedUp(2 * value);
  return { min: max / 100, max, step: max / 100, value };
}

/** The next of 1, 2, 5, 10, 20, 50 … with at least a hundred steps of whole units where the amount is whole. */
function roundedUp(amount: number): number {
  const power = 10 ** Math.floor(Math.log10(amount));
  const [next = 10] = [1, 2, 5, 10].filter((step) => step * power >= amount);
  return Math.max(100, next * power);
}
