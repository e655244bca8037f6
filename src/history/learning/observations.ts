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
  /** The same for those times alone whose beginning and end were both written down. */
  readonly datedByAge = new Map<number, AgeCounts>();
  /** Went on or lost, and nobody knows after how many days. */
  undated = 0;
  /** Deals that came at least here and were lost, here or in a later stage. */
  lostHereOrLater = 0;
  /** Deals lost in a stage that nobody knows, which may have been this one. */
  maybeLost = 0;
  /** Those of them that may also have gone on from here, and been lost later. */
  maybeWentOn = 0;
  /** Whether any deal came under observation later than it entered the stage. */
  late = false;

  get entered(): number {
    return this.open + this.wentOn + this.lost + this.lostHereOrLater;
  }

  /** Is every deal decided, and watched from the beginning? Then counting is exact. */
  get finished(): boolean {
    return this.open === 0 && !this.late;
  }

  /**
   * Adds one time in the stage.
   *
   * @param from age at which the deal came under observation: 0 unless history begins later
   * @param dated whether its beginning and its end were written down
   */
  add(age: number, ending: Ending, from: number, watched: number, dated: boolean): void {
    for (const table of dated ? [this.byAge, this.datedByAge] : [this.byAge]) {
      countsAt(table, from)[0] += 1;
      countsAt(table, age)[(ending + 1) as 1 | 2 | 3] += 1;
    }
    if (!dated && ending !== OPEN) this.undated += 1;
    this.watched.set(watched, (this.watched.get(watched) ?? 0) + 1);
    if (from > 0) this.late = true;
    if (ending === OPEN) this.open += 1;
    else if (ending === WENT_ON) this.wentOn += 1;
    else this.lost += 1;
  }

  /** Adds a deal that was lost in a stage that nobody knows: this one, or one of those behind it. */
  addLostAnywhere(surelyHere: boolean, isLast: boolean): void {
    this.maybeLost += 1;
    if (surelyHere) this.lostHereOrLater += 1;
    if (!isLast) this.maybeWentOn += 1;
  }
}

function countsAt(table: Map<number, AgeCounts>, age: number): AgeCounts {
  let counts = table.get(age);
  if (counts === undefined) table.set(age, (counts = [0, 0, 0, 0]));
  return counts;
}
