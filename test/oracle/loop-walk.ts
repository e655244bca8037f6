/** Days from one entry to the next place, each with its share. */
export type WalkRows = readonly { readonly days: number; readonly share: number }[];

/** A stage of a list: who goes on, who comes back, and when. */
export interface LoopStage {
  readonly rate: number;
  readonly lag: WalkRows;
  /** Of those that did not go on, so many enter the stage at this place of the list again. */
  readonly back?: { readonly to: number; readonly rate: number; readonly lag: WalkRows };
}

/** What enters each stage on each day, and what is won. */
export interface LoopWalk {
  readonly entries: readonly Float64Array[];
  readonly wins: Float64Array;
}

/** What is left out of a way back that takes no time: less than that of a unit. */
const NOTHING = 1e-15;

/**
 * Moves units through a list in which some come back, one day after the other and round after round, in doubles: an oracle
 * for what the library finds in closed form.
 *
 * @param started by stage and day, what arrives there from outside the list
 */
export function walkLoops(
  stages: readonly LoopStage[],
  started: readonly Float64Array[],
  days: number,
): LoopWalk {
  const entries = stages.map(() => new Float64Array(days));
  const wins = new Float64Array(days);
  const waiting = stages.map((_, stage) =>
    Float64Array.from({ length: days }, (_, day) => started[stage]?.[day] ?? 0),
  );
  for (let day = 0; day < days; day += 1) {
    for (let moved = true; moved;) {
      moved = false;
      stages.forEach(({ rate, lag, back }, stage) => {
        const here = waiting[stage]?.[day] ?? 0;
        if (here <= NOTHING) return;
        moved = true;
        put(waiting[stage], day, -here);
        put(entries[stage], day, here);
        for (const row of lag) put(waiting[stage + 1] ?? wins, day + row.days, here * rate * row.share);
        if (back === undefined) return;
        const returning = here * (1 - rate) * back.rate;
        for (const row of back.lag) put(waiting[back.to], day + row.days, returning * row.share);
      });
    }
  }
  return { entries, wins };
}

function put(series: Float64Array | undefined, day: number, units: number): void {
  if (series !== undefined && day < series.length) series[day] = (series[day] ?? 0) + units;
}
