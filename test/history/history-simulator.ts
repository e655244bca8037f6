import { formatDay } from "../../src/calendar/day.js";
import type { Journey } from "../../src/history/journeys/journey.js";
import { monthIndex } from "../../src/history/learning/months.js";
import { seededRandom } from "../oracle/journey-simulator.js";

/** The last day of simulated histories: 2026-12-31. */
export const LAST_DAY = 20_818;

/** A funnel of one stage whose truth is known. */
export interface OneStage {
  readonly seed: number;
  readonly deals: number;
  /** Deals come evenly over so many days up to the last. */
  readonly days: number;
  readonly rate: number;
  /** Standard deviation of the factor of each month in which deals come (a lognormal with mean 1). */
  readonly monthly: number;
  /** What the rate is multiplied with for deals of the later half; 1 for no change. */
  readonly change?: number;
  /** After how many days deals are won or lost, at least and at most; 5 to 40 by default. */
  readonly ends?: readonly [least: number, most: number];
}

export function simulateOneStage(history: OneStage): Journey[] {
  const { seed, deals, days, rate, monthly, change = 1, ends: [least, most] = [5, 40] } = history;
  const random = seededRandom(seed);
  const first = LAST_DAY - days + 1;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const variance = Math.log(1 + monthly * monthly);
  const months = monthIndex(LAST_DAY) - monthIndex(first) + 1;
  const factors = Array.from({ length: months }, () =>
    Math.exp(Math.sqrt(variance) * normal() - variance / 2),
  );
  const bare = { owner: null, channel: null, value: null, currency: null, probability: null, expected: null };
  return Array.from({ length: deals }, (_, index): Journey => {
    const entered = first + Math.floor(random() * days);
    const factor = factors[monthIndex(entered) - monthIndex(first)] ?? 1;
    const own = rate * factor * (2 * (entered - first) >= days ? change : 1);
    const state: Journey["state"] = random() < own ? "won" : "lost";
    const end = entered + least + Math.floor(random() * (most - least + 1));
    const isOpen = end > LAST_DAY;
    const steps = [{ stage: "demo", on: formatDay(entered) }];
    const ended = isOpen ? { state: "open" as const, closed: null } : { state, closed: formatDay(end) };
    return { ...bare, id: String(index), steps, ...ended };
  });
}
