import fc from "fast-check";
import { formatDay } from "../../../src/calendar/day.js";
import type { Journey } from "../../../src/history/journeys/journey.js";

/** 2025-01-01; histories last a year and two months from here. */
const FIRST = 20_089;
const DAYS = 425;
/** Histories are looked at as of this day, so some of what they say is later. */
export const AS_OF = formatDay(FIRST + 400);

/** Journeys of all kinds: days that nobody wrote down, unknown stages, reopened and skipped, values in several currencies. */
export function anyJourneys(
  stages: readonly string[],
  channels: readonly (string | null)[],
  most = 120,
): fc.Arbitrary<readonly Journey[]> {
  const day = fc.integer({ min: 0, max: DAYS }).map((after) => formatDay(FIRST + after));
  const maybeDay = fc.option(day, { freq: 12 });
  const amount = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 90, max: 110 }).map(String) },
    { weight: 1, arbitrary: fc.constantFrom("0.5", "20000", "200/3", "-4", "100.0") },
  );
  const journey = fc
    .record({
      owner: fc.constantFrom("Ana", "Ben", null, "", "Ünal, C."),
      channel: fc.constantFrom(...channels),
      value: fc.option(amount),
      currency: fc.constantFrom("EUR", "USD", null),
      steps: fc.array(fc.record({ stage: fc.constantFrom(...stages), on: maybeDay }), { maxLength: 5 }),
      state: fc.constantFrom("open" as const, "won" as const, "lost" as const),
      closed: maybeDay,
      recorded: fc.constantFrom(undefined, undefined, undefined, "furthest" as const, "ends" as const),
    })
    .map(({ steps, state, closed, recorded, ...texts }): Journey => {
      const inOrder = [...steps].sort((one, other) => ((one.on ?? "9999") < (other.on ?? "9999") ? -1 : 1));
      return {
        ...{ id: "", probability: null, expected: null, ...texts },
        steps: inOrder,
        ...(recorded === undefined ? {} : { recorded }),
        state,
        closed: state === "open" ? null : closed,
      };
    });
  return fc
    .array(journey, { maxLength: most })
    .map((all) => all.map((one, index) => ({ ...one, id: `d${index}` })));
}
