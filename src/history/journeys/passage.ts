import type { Journey, JourneyState } from "./journey.js";

/** What was known of a journey at the end of a day, along the stages of its path. */
export interface Passage {
  readonly state: JourneyState;
  /** Index of the furthest stage reached. */
  readonly furthest: number;
  /** For each stage up to the furthest, the day it was reached; null where no date tells. Never falls. */
  readonly reached: readonly (number | null)[];
  /** For each of those stages, whether that day was recorded; else it only follows from what came later. */
  readonly dated: readonly boolean[];
  /** Whether nobody knows in which stage it is, or was lost: in `furthest` or any later one. */
  readonly anywhere: boolean;
  /** The day of the win or loss; null while open, and where no date tells. */
  readonly closed: number | null;
}

/**
 * How far had a journey come by the end of a day, and when did it get there?
 *
 * A deal reached a stage on the first day on which it was in that stage *or any later one* (a win lies behind all stages):
 * skipped stages count as passed, going back undoes nothing, and what is dated after a later step counts on the day of that
 * step. Every deal reached the first stage. What lies after `asOf` has not happened; steps without a date have.
 *
 * @param stages the stages of the journey's path, source first
 * @param asOf day number
 * @param dayOf reads a date, see `dayReader`
 * @returns undefined for a journey that had not begun, and for a closed one without any date
 */
export function readPassage(
  journey: Journey,
  stages: readonly string[],
  asOf: number,
  dayOf: (date: string) => number,
): Passage | undefined {
  const closing = journey.closed === null ? null : dayOf(journey.closed);
  const state = closing !== null && closing > asOf ? "open" : journey.state;
  const first = firstDays(journey, stages, asOf, dayOf);
  const won = state === "won";
  const furthest = won ? stages.length - 1 : first.furthest;
  if (furthest < 0 && (state === "open" || closing === null)) return undefined;
  let earliest = state === "open" ? null : closing;
  const reached = new Array<number | null>(Math.max(furthest, 0) + 1).fill(null);
  for (let stage = reached.length - 1; stage >= 0; stage -= 1) {
    const day = first.days[stage] ?? null;
    if (day !== null && (earliest === null || day < earliest)) earliest = day;
    reached[stage] = earliest;
  }
  if (state !== "open" && earliest === null) return undefined;
  const placed = journey.recorded !== "ends" && (state === "open" || first.furthest >= 0);
  return {
    state,
    furthest: reached.length - 1,
    reached,
    dated: reached.map((day, stage) => day !== null && isDated(journey, first, stage)),
    anywhere: !won && !placed && reached.length < stages.length,
    closed: state === "open" ? null : closing,
  };
}

/** Was the day a stage was reached recorded? In a whole record a stage without a step was skipped on the day of the next. */
function isDated({ recorded }: Journey, { days, undated, furthest }: FirstDays, stage: number): boolean {
  if (typeof days[stage] === "number") return true;
  return recorded === undefined && furthest >= 0 && !undated.has(stage);
}

interface FirstDays {
  /** The first dated entry into each stage. */
  readonly days: readonly (number | null)[];
  readonly furthest: number;
  /** Stages that were entered on a day that nobody wrote down. */
  readonly undated: ReadonlySet<number>;
}

function firstDays(
  { steps }: Journey,
  stages: readonly string[],
  asOf: number,
  dayOf: (date: string) => number,
): FirstDays {
  const days = new Array<number | null>(stages.length).fill(null);
  const undated = new Set<number>();
  let furthest = -1;
  for (const { stage, on } of steps) {
    const index = stages.indexOf(stage);
    const day = on === null ? null : dayOf(on);
    if (index < 0 || (day !== null && day > asOf)) continue;
    if (day === null) undated.add(index);
    const before = days[index] ?? null;
    if (day !== null && (before === null || day < before)) days[index] = day;
    if (index > furthest) furthest = index;
  }
  return { days, furthest, undated };
}

/**
 * The day each stage was reached, with gaps closed: where no date tells, the stage counts as reached on the last day that
 * is known before it (it was passed at once). Null only for a journey without any date.
 */
export function filledDays({ reached, closed }: Passage): readonly (number | null)[] {
  let last: number | null = reached.find((day) => day !== null) ?? closed;
  return reached.map((day) => (last = day ?? last));
}
