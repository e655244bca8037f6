import fc from "fast-check";
import type { Journey, JourneyState } from "../../src/history/journeys/journey.js";
import { formatDay } from "../../src/calendar/day.js";

const FIRST_DAY = 20_454;

const day = fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 120 }).map(formatDay);

/** Journeys of any kind through these stages: skipping, going back, undated, won before they began. Ids are unique. */
export function journeys<Stage extends string>(stages: readonly Stage[]): fc.Arbitrary<Journey<Stage>[]> {
  const step = fc.record({ stage: fc.constantFrom(...stages), on: fc.option(day, { freq: 6 }) });
  const journey = fc.record({
    owner: fc.constantFrom("Ana", "Ben", null),
    channel: fc.constant(null),
    value: fc.constantFrom("100", "250.5", "1000", null),
    currency: fc.constant(null),
    probability: fc.constant(null),
    expected: fc.constant(null),
    steps: fc.array(step, { maxLength: 5 }),
    state: fc.constantFrom<JourneyState>("open", "won", "lost"),
    closed: fc.option(day, { freq: 6 }),
  });
  return fc.array(journey, { maxLength: 40 }).map((list) =>
    list.map((one, index) => ({
      ...one,
      id: `deal ${index}`,
      closed: one.state === "open" ? null : one.closed,
    })),
  );
}
