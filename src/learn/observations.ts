/** How a deal's time in a stage ended, so far. */
export const OPEN = 0;
export const WENT_ON = 1;
export const LOST = 2;

/** How a time in a stage ended. */
export type Ending = typeof OPEN | typeof WENT_ON | typeof LOST;

/** At one age: how many came under observation, and how many were last seen, went on, were lost. */
export type AgeCounts = [entered: number, open: number, wentOn: number, lost: number];

/**
 * Times in one stage, counted by age: days since the entry into the stage. A million deals are counted in as many numbers
 * as there are different ages.
 */
export class Observations {
  readonly byAge = new Map<number, AgeCounts>();
  /** How many deals could be watched for so many days, however they ended. */
  readonly watched = new Map<number, number>();
  /** Deals whose time in the stage lies wholly before history begins; they are in no other count. */
  before = 0;
  open = 0;
  wentOn = 0;
  lost = 0;
  /** Whether any deal came under observation later than it entered the stage. */
  late = false;

  get entered(): number {
    return this.open + this.wentOn + this.lost;
  }

  /** Is every deal decided, and watched from the beginning? Then counting is exact. */
  get finished(): boolean {
    return this.open === 0 && !this.late;
  }

  /**
   * Adds one time in the stage.
   *
   * @param from age at which the deal came under observation: 0 unless history begins later
   */
  add(age: number, ending: Ending, from: number, watched: number): void {
    this.#at(from)[0] += 1;
    this.#at(age)[(ending + 1) as 1 | 2 | 3] += 1;
    this.watched.set(watched, (this.watched.get(watched) ?? 0) + 1);
    if (from > 0) this.late = true;
    if (ending === OPEN) this.open += 1;
    else if (ending === WENT_ON) this.wentOn += 1;
    else this.lost += 1;
  }

  #at(age: number): AgeCounts {
    let counts = this.byAge.get(age);
    if (counts === undefined) this.byAge.set(age, (counts = [0, 0, 0, 0]));
    return counts;
  }
}
