import type { Journey } from "./journey.js";

/**
 * The last day on which anything happened to any journey, as a date: up to which an export can be trusted when nobody says
 * when it was made. Days on which open deals are only expected to close do not count.
 *
 * @returns undefined for journeys without any date
 *
 * @example
 * ```ts
 * const deal = { id: "1", owner: null, channel: null, value: null, currency: null, probability: null, expected: null };
 * latestDay([{ ...deal, steps: [{ stage: "demo", on: "2026-01-05" }], state: "won", closed: "2026-01-20" }]); // => "2026-01-20"
 * ```
 */
export function latestDay(journeys: readonly Journey[]): string | undefined {
  let latest = "";
  for (const { steps, closed } of journeys) {
    if (closed !== null && closed > latest) latest = closed;
    for (const { on } of steps) if (on !== null && on > latest) latest = on;
  }
  return latest === "" ? undefined : latest;
}
