import { OPEN, WENT_ON, type Ending, type LOST } from "./ending.js";
import { WholeTimes } from "./whole-times.js";
import { tally } from "../../number/tally.js";

/** At one age: how many came under observation, and how many were last seen, went on, were lost. */
export type AgeCounts = [entered: number, open: number, wentOn: number, lost: number];

/** Times in a stage, counted by age. */
export type AgeTable = Map<number, AgeCounts>;

/** One time in a stage. Days. */
export interface StageTime {
  /** The month in which the deal entered the stage; see `monthIndex`. */
  readonly month: number;
  /** Days from then to its end, or to the last day that is known. */
  readonly age: number;
  readonly ending: Ending;
  /** Age at which the deal came under observation: 0 unless history begins later. */
  readonly from: number;
  /** For how many days it could be watched, however it ended. */
  readonly watched: number;
  /** Whether its beginning and its end were written down. */
  readonly dated: boolean;
  /** For how many days the deal could be watched since its first stage. */
  readonly watchedInAll: number;
}

/**
 * Times in one stage, counted by age: days since the entry into the stage. A million deals are counted in as many numbers
 * as there are different ages.
 */
export class Observations {
  readonly byAge: AgeTable = new Map();
  /** The same, apart by the month in which deals entered the stage. */
  readonly byMonth = new Map<number, AgeTable>();
  /** How many deals that were watched from their entry on could be watched for a number of days, however they ended. */
  readonly watched = new Map<number, number>();
  /** How the times ended, by the days for which their deals could be watched since their first stage. */
  readonly inAll = new WholeTimes();
  /** Deals whose time in the stage lies wholly before history begins; they are in no other count. */
  before = 0;
  open = 0;
  wentOn = 0;
  lost = 0;
  /** The same for those times alone whose beginning and end were both written down. */
  readonly datedByAge: AgeTable = new Map();
  /** And for the others. */
  readonly undatedByAge: AgeTable = new Map();
  /** Went on or lost, and nobody knows after how many days. */
  undated = 0;
  /** Open, and nobody knows since when. */
  undatedOpen = 0;
  /** Deals that came at least here and were lost, here or in a later stage. */
  lostHereOrLater = 0;
  /** Deals that came at least here and are open, here or in a later stage. */
  openHereOrLater = 0;
  /** Deals lost in a stage that nobody knows, which may have been this one. */
  maybeLost = 0;
  /** Those of them that may also have gone on from here, and been lost later. */
  maybeWentOn = 0;
  /** Open deals in a stage that nobody knows, which may be this one. */
  maybeOpen = 0;
  /** Whether any deal came under observation later than it entered the stage. */
  late = false;

  get entered(): number {
    return this.open + this.wentOn + this.lost + this.lostHereOrLater + this.openHereOrLater;
  }

  /** Is every deal decided, and watched from the beginning? Then counting is exact. */
  get finished(): boolean {
    return this.open === 0 && this.maybeOpen === 0 && !this.late;
  }

  /** Adds one time in the stage. */
  add({ month, age, ending, from, watched, dated, watchedInAll }: StageTime): void {
    this.addEntries(month, from, 1);
    this.addEnds(month, age, ending, 1);
    if (!dated) {
      this.addUndatedEntries(from, 1);
      this.addUndatedEnds(age, ending, 1);
    }
    if (from === 0) this.addWatched(watched, 1);
    this.inAll.addWatched(watchedInAll, ending, 1);
  }

  /** Adds one time to the table by age alone. */
  addByAge({ from, age, ending }: Pick<StageTime, "from" | "age" | "ending">): void {
    countsAt(this.byAge, from)[0] += 1;
    if (from > 0) this.late = true;
    countsAt(this.byAge, age)[columnOf(ending)] += 1;
    this.#count(ending, 1);
  }

  /** Adds times whose deals came under observation at an age, and entered in a month (undefined where months are one). */
  addEntries(month: number | undefined, from: number, count: number): void {
    countsAt(this.byAge, from)[0] += count;
    countsAt(this.datedByAge, from)[0] += count;
    if (month !== undefined) countsAt(this.#ofMonth(month), from)[0] += count;
    if (from > 0) this.late = true;
  }

  /** Adds times that ended, or were last seen, at an age. */
  addEnds(month: number | undefined, age: number, ending: Ending, count: number): void {
    const column = columnOf(ending);
    countsAt(this.byAge, age)[column] += count;
    countsAt(this.datedByAge, age)[column] += count;
    if (month !== undefined) countsAt(this.#ofMonth(month), age)[column] += count;
    if (ending !== OPEN) this.inAll.addDecided(age, count);
    this.#count(ending, count);
  }

  /** Says of times that were added that their beginning or their end was not written down. */
  addUndatedEnds(age: number, ending: Ending, count: number): void {
    countsAt(this.datedByAge, age)[columnOf(ending)] -= count;
    countsAt(this.undatedByAge, age)[columnOf(ending)] += count;
    if (ending === OPEN) this.undatedOpen += count;
    else this.undated += count;
  }

  /** Says the same of times that came under observation at an age. */
  addUndatedEntries(from: number, count: number): void {
    countsAt(this.datedByAge, from)[0] -= count;
    countsAt(this.undatedByAge, from)[0] += count;
  }

  /** Adds times that were watched from their entry on, by the days for which they could be. */
  addWatched(days: number, count: number): void {
    tally(this.watched, days, count);
  }

  #count(ending: Ending, count: number): void {
    if (ending === OPEN) this.open += count;
    else if (ending === WENT_ON) this.wentOn += count;
    else this.lost += count;
  }

  #ofMonth(month: number): AgeTable {
    let table = this.byMonth.get(month);
    if (table === undefined) this.byMonth.set(month, (table = new Map<number, AgeCounts>()));
    return table;
  }

  /** Adds a deal that is open, or was lost, in a stage that nobody knows: this one, or one of those behind it. */
  addAnywhere(
    ending: typeof OPEN | typeof LOST,
    surelyHere: boolean,
    isLast: boolean,
    watched: number,
  ): void {
    this.inAll.addWatched(watched, OPEN, 1);
    this.addMaybe(ending, surelyHere, isLast, 1);
  }

  /** Adds how many such deals there are; how long they were watched is counted apart. */
  addMaybe(ending: typeof OPEN | typeof LOST, surelyHere: boolean, isLast: boolean, count: number): void {
    if (ending === OPEN) {
      this.maybeOpen += count;
      if (surelyHere) this.openHereOrLater += count;
      return;
    }
    this.maybeLost += count;
    if (surelyHere) this.lostHereOrLater += count;
    if (!isLast) this.maybeWentOn += count;
  }
}

function columnOf(ending: Ending): 1 | 2 | 3 {
  return ending === OPEN ? 1 : ending === WENT_ON ? 2 : 3;
}

function countsAt(table: AgeTable, age: number): AgeCounts {
  let counts = table.get(age);
  if (counts === undefined) table.set(age, (counts = [0, 0, 0, 0]));
  return counts;
}
