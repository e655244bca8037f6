import { OPEN, WENT_ON, type Ending, type LOST } from "./ending.js";
import { monthIndex } from "./months.js";
import { WholeTimes } from "./whole-times.js";

/** At one age: how many came under observation, and how many were last seen, went on, were lost. */
export type AgeCounts = [entered: number, open: number, wentOn: number, lost: number];

/** Times in a stage, counted by age. */
export type AgeTable = Map<number, AgeCounts>;

/** One time in a stage. Days. */
export interface StageTime {
  /** The day on which the deal entered the stage, as a day number. */
  readonly entered: number;
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
  add({ entered, age, ending, from, watched, dated, watchedInAll }: StageTime): void {
    const month = monthIndex(entered);
    let ofMonth = this.byMonth.get(month);
    if (ofMonth === undefined) this.byMonth.set(month, (ofMonth = new Map<number, AgeCounts>()));
    for (const table of dated ? [this.byAge, ofMonth, this.datedByAge] : [this.byAge, ofMonth]) {
      countsAt(table, from)[0] += 1;
      countsAt(table, age)[(ending + 1) as 1 | 2 | 3] += 1;
    }
    if (!dated && ending === OPEN) this.undatedOpen += 1;
    if (!dated && ending !== OPEN) this.undated += 1;
    if (from > 0) this.late = true;
    else this.watched.set(watched, (this.watched.get(watched) ?? 0) + 1);
    this.inAll.add(age, ending, watchedInAll);
    if (ending === OPEN) this.open += 1;
    else if (ending === WENT_ON) this.wentOn += 1;
    else this.lost += 1;
  }

  /** Adds a deal that is open, or was lost, in a stage that nobody knows: this one, or one of those behind it. */
  addAnywhere(
    ending: typeof OPEN | typeof LOST,
    surelyHere: boolean,
    isLast: boolean,
    watched: number,
  ): void {
    this.inAll.add(0, OPEN, watched);
    if (ending === OPEN) {
      this.maybeOpen += 1;
      if (surelyHere) this.openHereOrLater += 1;
      return;
    }
    this.maybeLost += 1;
    if (surelyHere) this.lostHereOrLater += 1;
    if (!isLast) this.maybeWentOn += 1;
  }
}

function countsAt(table: AgeTable, age: number): AgeCounts {
  let counts = table.get(age);
  if (counts === undefined) table.set(age, (counts = [0, 0, 0, 0]));
  return counts;
}
