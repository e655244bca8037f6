import type { EarlierRecord, Journey, Step } from "./journey.js";

/**
 * How did the record of a deal stand at the end of a day?
 *
 * What is dated later is left out. Where one row is overwritten as the deal moves (`placed`), what has no day of its own may have
 * been written later, so it is not known either. Where that does not tell, `earlier` does. So learning from a whole history as of
 * a day gives what learning from the history cut at that day gives.
 *
 * @param asOf a date, included
 */
function journeyAsOf<Stage extends string>(journey: Journey<Stage>, asOf: string): Journey<Stage> {
  const stood = journey.earlier?.find(({ through }) => through >= asOf);
  const cut = withoutLater(journey, asOf);
  return stood === undefined ? cut : asItStood(cut, stood);
}

/** The journeys as their records stood at the end of a day; see {@link journeyAsOf}. */
export function journeysAsOf<Stage extends string>(
  journeys: readonly Journey<Stage>[],
  asOf: string,
): readonly Journey<Stage>[] {
  return journeys.map((journey) => journeyAsOf(journey, asOf));
}

/**
 * The same for journeys that are gone through and not held: as often as the result is gone through, each is made anew.
 *
 * @throws RangeError for what can be gone through only once
 */
export function eachAsOf<Stage extends string>(
  journeys: Iterable<Journey<Stage>>,
  asOf: string,
): Iterable<Journey<Stage>> {
  if (Array.isArray(journeys)) return journeysAsOf(journeys as readonly Journey<Stage>[], asOf);
  if ("next" in journeys)
    throw new RangeError(
      "journeys requires what can be gone through again; got a generator: make an array of it",
    );
  return {
    *[Symbol.iterator]() {
      for (const journey of journeys) yield journeyAsOf(journey, asOf);
    },
  };
}

/** The journey without what is dated later, and without what may have been written then. */
export function withoutLater<Stage extends string>(journey: Journey<Stage>, asOf: string): Journey<Stage> {
  const { steps, state, closed, placed } = journey;
  const closesLater = state !== "open" && closed !== null && closed > asOf;
  const isLater = ({ on }: Step) => on !== null && on > asOf;
  if (!closesLater && !steps.some(isLater)) return journey;
  const kept = steps.filter((step) => !isLater(step) && (step.on !== null || placed === undefined));
  const ended = closesLater ? ({ state: "open", closed: null } as const) : {};
  const past = { ...journey, ...ended, steps: kept };
  if (placed === undefined) return past;
  const overwritten = { ...past, value: null, probability: null, expected: null };
  if (journey.recorded === undefined) return overwritten;
  const isPlaced = kept.some(({ stage }) => placed.includes(stage));
  return { ...overwritten, recorded: isPlaced ? "furthest" : "ends" };
}

function asItStood<Stage extends string>(cut: Journey<Stage>, stood: EarlierRecord<Stage>): Journey<Stage> {
  const { recorded: before, ...kept } = cut;
  const now = stood.recorded ?? before ?? "all";
  const { owner, channel, value, currency, probability, steps, state, closed, expected } = {
    ...cut,
    ...stood,
  };
  const journey = { ...kept, owner, channel, value, currency, probability, steps, state, closed, expected };
  return now === "all" ? journey : { ...journey, recorded: now };
}
