import { at } from "../number/invariant.js";
import type { ClaimedUnit } from "./claimed-units.js";

const NOWHERE = -1;

/**
 * On which day is each claimed unit done? Every unit with a whole claim gets one of its days, and every place of a day is
 * filled; claims on a part of a unit take the places that are left, the greatest part first.
 *
 * First day by day: of the units that a day will do for, those with the fewest days left (Glover's rule, which is all
 * it takes while nobody is away). Where absences break it, units move along augmenting paths, as in any bipartite matching.
 * That both demands can be met at once is the theorem: the claims themselves fill every place and every whole unit, in
 * parts, and a bipartite matching in parts can always be made one in wholes.
 *
 * @param places how many units each day takes, beside those that need no search
 * @returns for each unit the day that it is done on; −1 for a claim on a part that got none
 */
export function placeUnits(units: readonly ClaimedUnit[], places: readonly number[]): readonly number[] {
  const matching = new Matching(units, places);
  matching.fillInOrder();
  units.forEach(({ part }, unit) => {
    if (part === null) matching.place(unit);
  });
  for (const unit of byPart(units)) matching.place(unit);
  return matching.placed;
}

/** Claims on a part of a unit, the greatest part first. */
function byPart(units: readonly ClaimedUnit[]): number[] {
  return units
    .flatMap(({ part }, unit) => (part === null ? [] : [{ part, unit }]))
    .sort((one, other) => (one.part === other.part ? one.unit - other.unit : one.part > other.part ? -1 : 1))
    .map(({ unit }) => unit);
}

/** Units and the places of days that they hold. */
class Matching {
  readonly #units: readonly ClaimedUnit[];
  readonly #free: number[];
  readonly #on: number[][];
  readonly placed: number[];

  constructor(units: readonly ClaimedUnit[], places: readonly number[]) {
    this.#units = units;
    this.#free = [...places];
    this.#on = places.map(() => []);
    this.placed = units.map(() => NOWHERE);
  }

  /** Day by day, whole claims with the fewest days left before others; of equal ones the first by order. */
  fillInOrder(): void {
    const coming: number[][] = this.#free.map(() => []);
    this.#units.forEach(({ days }, unit) => {
      for (const day of days) at(coming, day).push(unit);
    });
    const rank = this.#ranks();
    coming.forEach((units, day) => {
      const waiting = units.filter((unit) => this.placed[unit] === NOWHERE);
      waiting.sort((one, other) => at(rank, one) - at(rank, other));
      for (const unit of waiting.slice(0, at(this.#free, day))) this.#put(unit, day);
    });
  }

  /** Who goes first: by the last day that will do, claims on a part after all others and by their size. */
  #ranks(): number[] {
    // A unit that no day will do for is never placed: where it stands in the line does not matter.
    const last = (unit: number) => at(this.#units, unit).days.at(-1) ?? 0;
    const whole = this.#units.flatMap(({ part }, unit) => (part === null ? [unit] : []));
    whole.sort((one, other) => last(one) - last(other) || this.#person(one) - this.#person(other));
    const rank = new Array<number>(this.#units.length).fill(0);
    [...whole, ...byPart(this.#units)].forEach((unit, place) => (rank[unit] = place));
    return rank;
  }

  #person(unit: number): number {
    return at(this.#units, unit).person;
  }

  #put(unit: number, day: number): void {
    this.#free[day] = at(this.#free, day) - 1;
    at(this.#on, day).push(unit);
    this.placed[unit] = day;
  }

  #take(unit: number): void {
    const day = at(this.placed, unit);
    if (day === NOWHERE) return;
    const on = at(this.#on, day);
    this.#free[day] = at(this.#free, day) + 1;
    on.splice(on.indexOf(unit), 1);
    this.placed[unit] = NOWHERE;
  }

  /**
   * Finds a place for a unit that has none, moving others along; a whole claim may take the place of a claim on a part.
   * Nothing happens where there is no such place.
   */
  place(unit: number): void {
    if (this.placed[unit] !== NOWHERE) return;
    const path = this.#pathFrom(unit);
    if (path === undefined) return;
    for (const { unit: moved } of path) this.#take(moved);
    for (const { unit: moved, day } of path) if (day !== NOWHERE) this.#put(moved, day);
  }

  /** The moves that make room, by breadth first: each unit of the path with the day it goes to. */
  #pathFrom(start: number): readonly Move[] | undefined {
    const seen = new Set<number>();
    const queue: Step[] = [{ unit: start, after: undefined }];
    let giveWay: Move[] | undefined;
    for (const step of queue) {
      for (const day of at(this.#units, step.unit).days) {
        if (seen.has(day)) continue;
        seen.add(day);
        if (at(this.#free, day) > 0) return movesTo(step, day);
        for (const unit of at(this.#on, day)) {
          queue.push({ unit, after: { step, day } });
          if (at(this.#units, unit).part !== null && at(this.#units, start).part === null)
            giveWay ??= [...movesTo(step, day), { unit, day: NOWHERE }];
        }
      }
    }
    return giveWay;
  }
}

interface Move {
  readonly unit: number;
  readonly day: number;
}

/** A unit that must move on, because the one of the step before goes to the day that it holds. */
interface Step {
  readonly unit: number;
  readonly after: { readonly step: Step; readonly day: number } | undefined;
}

function movesTo(step: Step, day: number): Move[] {
  const moves: Move[] = [];
  let to = day;
  for (let at: Step | undefined = step; at !== undefined; at = at.after?.step) {
    moves.push({ unit: at.unit, day: to });
    to = at.after?.day ?? NOWHERE;
  }
  return moves;
}
