import { formatDay } from "../../calendar/day.js";
import type { Entry } from "../../plan/snapshot.js";
import { tally } from "../../number/tally.js";

/** Counts by day and person, made into the dated rows of a snapshot. */
export class Tally {
  readonly #days = new Map<number, Map<string | null, number>>();

  add(day: number, by: string | null, count = 1): void {
    const people = this.#days.get(day) ?? new Map<string | null, number>();
    tally(people, by, count);
    this.#days.set(day, people);
  }

  /** All together. */
  get total(): number {
    return [...this.#days.values()].reduce(
      (sum, people) => [...people.values()].reduce((part, count) => part + count, sum),
      0,
    );
  }

  /** In the order of days, then of names; whoever has no name first. */
  rows(): readonly Entry[] {
    const days = [...this.#days].sort(([one], [other]) => one - other);
    return days.flatMap(([day, people]) => {
      const on = formatDay(day);
      const named = [...people].sort(([one], [other]) => byText(one ?? "", other ?? ""));
      return named.map(([by, count]) => Object.freeze(by === null ? { on, count } : { on, count, by }));
    });
  }
}

/** The order of two names by their characters; none comes first. */
export function byName(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  return byText(one, other);
}

/** The order of two texts by their characters: the same on every machine. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
